"""The theme's constants go in, the style sheet of the places page comes out."""

# ruff: noqa: E501

from __future__ import annotations

from charts.places import ROLES
from charts.theme import BODY, BOLD, DARK, LIGHT, SMALL, Palette
from charts.world_map import RATIO, edge, fill
from facts.vocabulary import Role
from ui.style import NARROW

SHAPES: dict[Role, str] = {
    "host": "circle(50%)",
    "covered": "inset(1px)",
    "consulted": "polygon(50% 0,100% 50%,50% 100%,0 50%)",
    "named": "polygon(50% 0,100% 100%,0 100%)",
}


def style(key: str) -> str:
    """The rules for the map card named `card-chart-KEY`, its legend, the grid and the dialog."""
    marks = "".join(_mark(role) for role in ROLES)
    return f"""<style>{marks}
.st-key-{key}-map{{aspect-ratio:{RATIO};min-height:140px}}
.st-key-{key}-map .stPlotlyChart,.st-key-{key}-map .stElementContainer{{height:100%}}
.f-glyph{{width:14px;height:14px;flex:none;position:relative;display:inline-block;vertical-align:-1px}}
.f-glyph::after{{content:'';position:absolute;inset:2px}}
.f-glyph-named::after{{inset:3.5px 3px 1.8px!important}}
.f-legend{{list-style:none;display:flex;flex-wrap:wrap;gap:4px 26px;margin:10px 0 0!important;padding:0!important}}
.f-legend li{{display:flex;align-items:center;gap:8px;margin:0;padding:0}}
.f-country-grid{{table-layout:fixed}}
.f-country-grid td,.f-country-grid tbody th{{font-size:{BODY}px;padding-top:7px;padding-bottom:7px;vertical-align:baseline}}
.f-country-grid button.f-cell{{text-decoration:underline!important;text-decoration-color:var(--f-quiet)!important;
text-decoration-thickness:1px!important;text-underline-offset:3px}}
.f-country-grid button.f-cell:hover{{text-decoration-thickness:2px!important;text-decoration-color:currentColor!important}}
.f-country-grid tbody th{{width:22%}}
.f-country-grid tbody th button{{font-weight:{BOLD}!important}}
.f-unnamed{{color:var(--f-quiet)}}
.f-root .f-country h3{{font-size:{BODY}px;margin-top:30px;padding-top:10px;border-top:1px solid var(--f-ink)}}
.f-root .f-country h3:first-of-type{{margin-top:14px}}
.f-root .f-country h3 span{{font-weight:400}}
.f-country .f-passage{{margin-top:14px}}
.f-country .f-passage+.f-passage{{border-top:1px solid var(--f-rule);padding-top:14px}}
.f-country blockquote{{font-size:{BODY}px!important;margin:8px 0!important}}
.f-country .f-told{{list-style:none;margin:0;padding:0}}
.f-country .f-told li{{margin:0 0 4px;padding:0;display:flex;align-items:baseline;gap:9px}}
.f-country .f-told strong{{font-weight:{BOLD};margin-right:4px}}
.f-country .f-told button{{margin-left:6px}}
.f-country .f-under p,.f-country .f-under a{{font-size:{SMALL}px;color:var(--f-quiet)}}
.st-key-{key}-map .scattergeo:last-child{{display:none}}
@container (max-width:{NARROW}px){{
.st-key-{key}-map .scattergeo:last-child{{display:inline}}.st-key-{key}-map .scattergeo:nth-last-child(2){{display:none}}
.f-legend{{display:block}}.f-legend li{{margin:0 0 3px;align-items:baseline}}}}
@media (max-width:640px){{
.f-country-grid td.f-none{{display:none!important}}
.st-key-role [data-testid=stButtonGroup] button{{padding-left:9px;padding-right:9px}}
}}
</style>"""


def glyph(role: Role) -> str:
    """The mark of a role as it stands on the map, as HTML; words always stand beside it."""
    return f"<span class='f-glyph f-glyph-{role}' aria-hidden='true'></span>"


def _mark(role: Role) -> str:
    """The outline is the element itself, the fill lies on it; both have the shape of the mark."""
    shape = SHAPES[role]
    line = (
        f"light-dark({_line(role, LIGHT)},{_line(role, DARK)})",
        f"light-dark({fill(role, LIGHT)},{fill(role, DARK)})",
    )
    return (
        f".f-glyph-{role},.f-glyph-{role}::after{{clip-path:{shape}}}"
        f".f-glyph-{role}{{background:{line[0]}}}.f-glyph-{role}::after{{background:{line[1]}}}"
    )


def _line(role: Role, colours: Palette) -> str:
    return fill(role, colours) if role == "host" else edge(role, colours)
