"""SVG goes in, its pixels or its pages come out, drawn by one browser that all threads share.

The browser starts at the first picture, is started again if it died, and ends with the program.
"""

from __future__ import annotations

import atexit
import json
import threading
from base64 import b64decode
from collections.abc import Callable
from types import TracebackType
from typing import Any

from export.picture.markup import font_face
from export.picture.pipe import BrowserGone, Pipe
from export.picture.program import NoBrowser, cure, find

SCALE = 2  # pixels per px, for sharp type
PAGE = """<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:;
 style-src 'unsafe-inline'"><style>{face}
@page{{margin:0}}html,body{{margin:0;background:none}}svg{{display:block}}</style><body></body>"""
SHOW = """(async (svg, title) => {{
  document.body.innerHTML = svg; document.title = title;
  await Promise.all(['400', '600'].map(w => document.fonts.load(w + ' 16px "Source Sans 3"')));
  return document.fonts.check('16px "Source Sans 3"');
}})({svg}, {title})"""


class PictureBrowser:
    """A browser that draws one picture at a time, for any number of threads.

    Every method raises NoBrowser where no browser is installed or none starts.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pipe: Pipe | None = None
        self._session = ""

    def png(self, svg: str, width: int, height: int) -> bytes:
        """The picture at twice its size; what has no background is transparent."""
        with self._lock:
            return self._tried(lambda: self._png(svg, width, height))

    def pdf(self, svg: str, width: int, height: int, title: str) -> bytes:
        """The picture as one page of just its size, with text as text."""
        with self._lock:
            return self._tried(lambda: self._pdf(svg, width, height, title))

    def close(self) -> None:
        """End the browser; the next picture starts another."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """The number of the browser's process; None while there is none."""
        held = self._pipe
        return held.pid if held else None

    def __enter__(self) -> PictureBrowser:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _tried(self, draw: Callable[[], bytes]) -> bytes:
        """Draw; where the browser has died since the last picture, once more in a new one."""
        for again in (True, False):
            try:
                self._ready()
                return draw()
            except BrowserGone as error:
                self._end()
                if not again:
                    raise NoBrowser(f"{error} {cure()}") from error
        raise AssertionError

    def _ready(self) -> None:
        if self._pipe is not None:
            return
        self._pipe = Pipe(find())
        target = self._pipe.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._pipe.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        frame = self._do("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._do("Page.setDocumentContent", frameId=frame, html=PAGE.format(face=font_face()))
        clear = {"r": 0, "g": 0, "b": 0, "a": 0}
        self._do("Emulation.setDefaultBackgroundColorOverride", color=clear)

    def _png(self, svg: str, width: int, height: int) -> bytes:
        self._show(svg, width, height, "")
        shot = self._do("Page.captureScreenshot", format="png", optimizeForSpeed=True)
        return b64decode(shot["data"])

    def _pdf(self, svg: str, width: int, height: int, title: str) -> bytes:
        self._show(svg, width, height, title)
        size = {"paperWidth": width / 96, "paperHeight": height / 96}
        edges = dict.fromkeys(("marginTop", "marginBottom", "marginLeft", "marginRight"), 0)
        made = self._do("Page.printToPDF", printBackground=True, **size, **edges)
        return b64decode(made["data"])

    def _show(self, svg: str, width: int, height: int, title: str) -> None:
        size = {"width": width, "height": height}
        self._do(
            "Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=SCALE, mobile=False
        )
        code = SHOW.format(svg=json.dumps(svg), title=json.dumps(title))
        shown = self._do("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if shown["result"].get("value") is not True:
            raise BrowserGone("The browser could not draw the picture.")

    def _do(self, method: str, **values: object) -> dict[str, Any]:
        assert self._pipe is not None
        return self._pipe.send(method, self._session, **values)

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None


SHARED = PictureBrowser()
atexit.register(SHARED.close)
