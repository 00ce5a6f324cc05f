"""The style sheet of all pages, made of the theme's constants, light and dark in one."""

from __future__ import annotations

from dataclasses import fields

from charts.theme import BODY, BOLD, DARK, FIGURE, FONT, LEAD, LIGHT, SMALL, TITLE, VAGUE
from drawing.plotly_lines import WIDTHS
from ui.curation.curation_style import ADD

# ruff: noqa: E501


DRAWINGS = f"""
.f-drawing{{margin:18px 0 14px}}
.f-axis,.f-ledger>ol>li,.f-lane{{display:grid;grid-template-columns:minmax(0,36%) minmax(0,1fr) minmax(0,22%);gap:0 22px}}
.f-axis>div:nth-child(2){{display:flex;border-bottom:1px solid var(--f-quiet)}}
.f-axis span{{font-size:{SMALL}px;color:var(--f-quiet);text-align:center;padding-bottom:2px;overflow:hidden}}
.f-ledger .f-axis span{{overflow:visible;white-space:nowrap}}
.f-ledger .f-axis span:not(:nth-child(3n+1)){{visibility:hidden}}
.f-ledger ol,.f-ledger ul{{list-style:none;margin:0;padding:0}}
.f-ledger>ol>li{{padding:12px 0;margin:0;border-bottom:1px solid var(--f-rule);align-items:start}}
.f-ledger ul li{{margin:0 0 2px;padding:0}}
.f-ledger .f-part{{display:block!important;padding:22px 0 6px!important}}
.f-ledger .f-part h3{{font-size:{BODY}px}}
.f-track{{position:relative;min-height:20px}}
.f-bar{{position:absolute;top:7px;height:9px;min-width:9px;border-radius:5px;background:var(--f-series-0)}}

.f-timeline .f-axis,.f-lane{{grid-template-columns:minmax(0,160px) minmax(0,1fr)!important}}
.f-timeline .f-axis>div:nth-child(3){{display:none}}
.f-lane{{border-bottom:1px solid var(--f-grid);padding:8px 0}}
.f-lane .f-name{{font-weight:{BOLD};line-height:20px}}
.f-periods{{background:var(--f-band);padding:10px 0}}
.f-periods .f-name{{color:var(--f-quiet);font-weight:400;padding-left:8px}}
.f-period{{position:absolute;height:18px;border-radius:3px;background:var(--f-rule);font-size:{SMALL}px;
line-height:18px;padding-left:6px;white-space:nowrap;color:var(--f-ink)}}
.f-late{{direction:rtl;padding:0 6px 0 0}}
.f-event{{position:absolute;height:14px;min-width:14px;margin-top:3px!important;border-radius:7px;
background:var(--f-series-0)!important}}
.f-event.f-vague,.f-bar.f-vague{{background:color-mix(in srgb,var(--f-series-0) {100 * VAGUE:g}%,var(--f-card))!important}}
.f-event.f-vague{{box-shadow:inset 0 0 0 1.5px var(--f-series-0)}}
.f-period.f-vague{{background:color-mix(in srgb,var(--f-rule) {100 * VAGUE:g}%,transparent)}}
.f-event::after{{content:'';position:absolute;inset:-5px}}
.f-event:hover{{background:var(--f-series-1)!important}}

.f-grid{{table-layout:fixed}}
.f-grid th,.f-grid td{{padding:10px 14px 10px 0}}
.f-grid+p{{margin-top:10px!important}}
.f-grid tbody th{{width:26%}}
.f-grid td .f-number{{font-size:{BODY}px}}
.f-not_stated,.f-not_sought,.f-not_applicable{{color:var(--f-quiet)}}

.f-shares ol{{list-style:none;margin:0;padding:0}}
.f-shares li{{padding:12px 0;margin:0}}
.f-share .f-number{{margin-right:8px}}
.f-scale{{position:relative;height:22px;margin:8px 0;background:linear-gradient(to right,var(--f-rule) 1px,transparent 1px) 0 0/25% 100%,var(--f-band);border-right:1px solid var(--f-rule)}}
.f-band{{position:absolute;top:4px;bottom:4px;background:var(--f-series-0)}}
.f-open{{border-left:3px solid var(--f-series-0);background:repeating-linear-gradient(45deg,var(--f-series-0) 0 2px,transparent 2px 8px);
-webkit-mask-image:linear-gradient(to right,#000 40%,transparent);mask-image:linear-gradient(to right,#000 40%,transparent)}}
.f-percent{{position:relative;height:20px;font-size:{SMALL}px;color:var(--f-quiet)}}
.f-percent span{{position:absolute;white-space:nowrap;transform:translateX(-50%)}}
.f-percent span:first-child{{transform:none}}.f-percent span:last-child{{transform:translateX(-100%)}}

@media (max-width:760px){{
.f-ledger>.f-axis{{display:none}}
.f-ledger>ol>li{{display:block}}
.f-ledger .f-track{{margin:8px 0;background:var(--f-band);border-radius:5px;min-height:9px;height:9px}}
.f-ledger .f-part+li .f-track,.f-ledger .f-part~li .f-track{{display:none}}
.f-bar{{top:0}}
.f-timeline .f-axis,.f-lane{{grid-template-columns:minmax(0,1fr)!important}}
.f-timeline .f-axis>div:first-child{{display:none}}
.f-axis span:not(:nth-child(3n+1)){{visibility:hidden}}
.f-axis span{{overflow:visible;white-space:nowrap}}
.f-grid tbody th{{width:100%}}
.f-lane .f-name{{margin-bottom:4px}}
.f-periods .f-name{{padding-left:0}}
.f-grid td>div{{min-width:0}}
}}
"""


# ruff: noqa: E501


NARROW = 620  # px: a chart narrower than this shows the labels made for narrow charts


def _colours() -> str:
    """Each colour as a variable that follows the page's own light or dark scheme."""
    names = [f.name for f in fields(LIGHT) if isinstance(getattr(LIGHT, f.name), str)]
    pairs = [(name, getattr(LIGHT, name), getattr(DARK, name)) for name in names]
    for slot, (light, dark) in enumerate(zip(LIGHT.series, DARK.series, strict=True)):
        pairs.append((f"series-{slot}", light, dark))
    for slot, (light, dark) in enumerate(zip(LIGHT.pale, DARK.pale, strict=True)):
        pairs.append((f"pale-{slot}", light, dark))
    return "".join(f"--f-{name}:light-dark({light},{dark});" for name, light, dark in pairs)


def _labels() -> str:
    """Of a chart's labels, those made for its width."""
    hidden = {"wide": f"max-width:{NARROW}px", "narrow": f"min-width:{NARROW + 1}px"}
    css = {w: f".scatterlayer .trace:nth-child({WIDTHS.index(w) + 1}) .text" for w in hidden}
    rules = [f"@container ({hidden[w]}){{{css[w]}{{display:none}}}}" for w in hidden]
    return "\n".join([".scatterlayer .text{pointer-events:none}", *rules, ""])


PARTS = f"""
.f-root{{{_colours()}color:var(--f-ink);font-family:{FONT};font-size:{BODY}px;line-height:1.5;
font-weight:400;overflow-wrap:break-word}}
.f-root *{{box-sizing:border-box}}
.f-root h1,.f-root h2,.f-root h3{{color:inherit;font-weight:{BOLD};margin:0;padding:0;letter-spacing:0}}
.f-root h1{{font-size:{TITLE}px;line-height:1.2}}
.f-root h2,.f-root h3{{font-size:{LEAD}px;line-height:1.3}}
.f-root p{{margin:0}}
.f-root button{{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;
text-align:left}}
.f-root button:focus-visible,.f-root a:focus-visible{{outline:3px solid var(--f-series-0);
outline-offset:2px;border-radius:3px}}
.f-quiet{{color:var(--f-quiet)}}
.f-small{{font-size:{SMALL}px}}
.f-lead{{font-size:{LEAD}px;line-height:1.4;max-width:44em}}
.f-live{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
.f-number{{font-weight:{BOLD}!important;font-variant-numeric:tabular-nums;
text-decoration:underline!important;text-decoration-color:var(--f-quiet)!important;
text-decoration-thickness:1px!important;text-underline-offset:3px}}
.f-number:hover,.f-link:hover{{text-decoration-thickness:2px!important;
text-decoration-color:currentColor!important}}
.f-link{{color:var(--f-series-0)!important;text-decoration:underline;text-underline-offset:3px;
text-decoration-thickness:1px}}
.f-copy{{color:var(--f-series-0)!important;border:1px solid var(--f-rule)!important;border-radius:6px;
padding:5px 12px!important;background:var(--f-card)!important;min-height:32px}}
.f-thumbnail{{display:block;width:100%;margin-top:14px;border:1px solid var(--f-rule);border-radius:6px;background:repeating-conic-gradient(var(--f-band) 0 25%,var(--f-card) 0 50%) 0 0/16px 16px}}
.f-copy:hover{{border-color:var(--f-series-0)!important}}
.f-actions{{display:flex;flex-wrap:wrap;gap:10px 14px;align-items:center;margin-top:14px}}

.f-hero{{border-bottom:2px solid var(--f-ink);padding-bottom:18px}}
.f-hero p{{margin-top:8px;color:var(--f-quiet);max-width:46em}}
.f-figures{{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));
list-style:none;margin:0;padding:0;border-bottom:1px solid var(--f-rule)}}
.f-figures li{{padding:16px 20px 18px 0;margin:0;min-width:0}}
.f-figures li+li{{border-left:1px solid var(--f-rule);padding-left:20px}}
.f-figure{{font-size:{FIGURE}px!important;font-weight:{BOLD}!important;line-height:1.05!important;
white-space:nowrap;display:block}}
.f-figure .f-word{{font-size:{LEAD}px;font-weight:{BOLD};margin-right:6px;vertical-align:.72em}}
.f-figure:hover{{color:var(--f-series-0)!important}}
.f-figures .f-what{{font-weight:{BOLD};margin-top:4px}}
.f-figures .f-small{{color:var(--f-quiet);margin-top:2px}}

.f-chips{{display:flex;flex-wrap:wrap;gap:8px;margin:0;padding:0;list-style:none}}
.f-chip{{border:1px solid var(--f-rule)!important;border-radius:16px;padding:4px 12px!important;
background:var(--f-card)!important;min-height:32px}}
.f-chip:hover,.f-chip[aria-pressed=true]{{border-color:var(--f-series-0)!important;
color:var(--f-series-0)!important}}
.f-answer{{border-left:4px solid var(--f-series-0);padding:4px 0 4px 18px;margin-top:18px}}
.f-answer.f-none{{border-left-color:var(--f-warning)}}
.f-answer .f-said{{font-size:{LEAD}px;font-weight:{BOLD};line-height:1.35}}
.f-answer .f-said .f-number{{font-size:inherit}}
.f-answer ul{{margin:4px 0 0;padding:0;list-style:none}}
.f-answer li{{margin:4px 0;padding:0}}
.f-answer h3{{font-size:{BODY}px;margin-top:14px}}

.f-chart-head h2{{text-wrap:balance}}
.f-chart-head p,.f-chart-foot p{{color:var(--f-quiet);margin-top:4px}}
.f-chart-foot p{{font-size:{SMALL}px;max-width:80em}}
.f-entries{{list-style:none;margin:0;padding:0}}
.f-entries>li{{display:grid;grid-template-columns:150px 1fr;gap:4px 20px;padding:16px 0;margin:0;
border-top:1px solid var(--f-rule)}}
.f-entries .f-when{{font-weight:{BOLD}}}
.f-entries ul{{margin:0;padding:0;list-style:none}}
.f-entries ul li{{margin:0 0 3px}}

.f-table{{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;margin:0}}
.f-table caption{{text-align:left;caption-side:top;padding:0 0 8px;color:var(--f-quiet);
font-size:{SMALL}px}}
.f-table th,.f-table td{{text-align:left;vertical-align:top;padding:9px 16px 9px 0;
border:0;border-bottom:1px solid var(--f-rule);font-size:{BODY}px}}
.f-table thead th{{font-size:{SMALL}px;color:var(--f-quiet);font-weight:{BOLD};
border-bottom:1px solid var(--f-ink)}}
.f-table td:last-child{{white-space:nowrap}}
.f-grid td:last-child{{white-space:normal}}
.f-table tbody th{{font-weight:{BOLD}}}

.f-receipt blockquote{{border:0;border-left:4px solid var(--f-series-0);margin:14px 0 18px;
padding:2px 0 2px 18px;font-size:{LEAD}px;line-height:1.5;color:inherit}}
.f-receipt mark,.f-reading mark{{background:var(--f-pale-0);color:inherit;border-radius:3px;padding:0 2px}}
.f-receipt mark{{font-weight:{BOLD}}}
.f-receipt .f-figure{{font-size:{FIGURE}px!important;white-space:normal}}
.f-terms,.f-terms div,.f-terms dt,.f-terms dd{{margin:0!important;padding-left:0!important}}
.f-definitions h3{{font-size:{BODY}px;margin:18px 0 6px}}
.f-terms>div{{display:grid;grid-template-columns:140px 1fr;gap:2px 16px;padding:6px 0;
border-top:1px solid var(--f-rule)}}
.f-terms dt{{color:var(--f-quiet);font-weight:400}}
.f-terms dd{{margin:0;min-width:0}}
.f-proof,.f-proofs span{{color:var(--f-proof);font-weight:{BOLD}}}
.f-root ul.f-proofs{{list-style:none;margin:8px 0;padding:0}}

.f-part-of-page{{margin:0 0 34px}}
.f-part-of-page h2{{margin-bottom:8px!important}}
.f-plain{{list-style:none;margin:0;padding:0}}
.f-plain li{{margin:0;padding:8px 0;border-top:1px solid var(--f-rule)}}
.f-notice{{border:1px solid var(--f-warning);border-left-width:4px;border-radius:6px;padding:12px 16px;
background:var(--f-card)}}
.f-notice ul{{margin:6px 0 0;padding-left:18px}}
.f-notice li{{font-size:{SMALL}px}}
.f-notice summary{{cursor:pointer;margin-top:6px}}

.f-reading{{background:var(--f-card);border:1px solid var(--f-rule);border-radius:8px;
padding:28px 36px;line-height:1.65}}
.f-reading{{display:grid;grid-template-columns:minmax(0,42em) minmax(0,1fr);gap:0 48px;margin-top:22px}}
.f-reading aside{{font-size:{SMALL}px}}
.f-contents{{list-style:none;margin:10px 0 0;padding:0}}
.f-contents li{{margin:0 0 6px;padding:0;line-height:1.35}}
.f-reading aside>div{{position:sticky;top:70px;max-height:calc(100vh - 100px);overflow-y:auto}}
.f-listing{{display:none;margin-top:18px}}
.f-listing summary{{cursor:pointer;font-weight:{BOLD}}}
.f-reading hr{{border:0;border-top:1px solid var(--f-rule);width:120px;margin:20px 0 12px}}
.f-about ul{{margin:0;padding-left:18px}}
.f-reading p{{margin:0 0 14px;white-space:pre-line}}
.f-reading .f-heading{{font-weight:{BOLD};margin-top:22px}}
.f-reading button.f-mark{{display:inline!important;border-bottom:2px solid var(--f-series-0)!important;
background:var(--f-pale-0)!important;border-radius:2px;scroll-margin:120px;line-height:inherit!important;
white-space:pre-line}}
.f-reading button.f-mark .f-in{{font-weight:{BOLD}}}
.f-reading button.f-mark:hover{{background:var(--f-pale-1)!important}}
.f-reading button.f-mark.f-at{{outline:3px solid var(--f-series-1);outline-offset:3px}}
.f-more{{display:block;margin:18px auto}}
.f-more[hidden]{{display:none}}
.f-long{{margin-top:18px;max-width:60em}}
.f-reading [data-part]:focus{{outline:none}}

@media (max-width:1000px){{
.f-reading{{display:block}}
.f-reading aside{{display:none}}
.f-listing{{display:block}}
}}
@media (max-width:640px){{
.f-root h1{{font-size:{TITLE}px}}
.f-lead{{font-size:{BODY}px}}
.f-chips{{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:thin;padding:3px 3px 8px;margin:0 -3px}}
.f-chip{{white-space:nowrap}}
.f-figures{{grid-template-columns:1fr 1fr}}
.f-figures li{{padding:14px 12px 14px 0}}
.f-figures li+li{{border-left:0;padding-left:0}}
.f-figures li:nth-child(even){{border-left:1px solid var(--f-rule);padding-left:14px}}
.f-figures li:nth-child(n+3){{border-top:1px solid var(--f-rule)}}
.f-figure{{font-size:{FIGURE - 8}px!important}}
.f-figure .f-word{{font-size:{BODY}px}}
.f-entries>li,.f-terms>div{{grid-template-columns:1fr}}
.f-reading{{padding:18px 16px}}
.f-table thead{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
.f-table,.f-table caption,.f-table tbody,.f-table tr,.f-table td,.f-table tbody th{{display:block;width:100%}}
.f-table tr{{border-bottom:1px solid var(--f-rule);padding:8px 0}}
.f-table td,.f-table tbody th{{border:0;padding:3px 0}}
.f-table td{{display:grid;grid-template-columns:45% 1fr;gap:10px}}
.f-table td::before{{content:attr(data-label);color:var(--f-quiet)}}
}}
@media print{{
.f-copy,.f-chips,.f-actions{{display:none!important}}
.f-reading{{border:0;padding:0}}
}}
"""


def page(title: str) -> str:
    """The style sheet of the whole page: width, spacing, cards, and what is hidden on paper.

    `title` stands over the list of pages; it is text, and cannot end the rule that it stands in.
    """
    name = "".join(letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in title)
    return f"""<style>{PARTS}{DRAWINGS}{ADD}
[data-testid=stSidebarNav]::before{{content:"{name}";display:block;font-weight:{BOLD};
font-size:{BODY}px;line-height:1.3;padding:4px 16px 18px 8px}}
.stMainBlockContainer{{max-width:1180px;padding-top:3.5rem;padding-bottom:4rem}}
.stVerticalBlock{{gap:1.1rem}}
[class*="st-key-card"]{{background:light-dark({LIGHT.card},{DARK.card});
border:1px solid light-dark({LIGHT.rule},{DARK.rule});border-radius:10px;padding:24px 28px}}
[class*="st-key-card-chart"]{{container-type:inline-size}}
{_labels()}@container (max-width:{NARROW}px){{.xtick:nth-last-child(even) text{{display:none}}}}
.st-key-card-ask label p{{font-size:{LEAD}px!important;font-weight:{BOLD}}}
.js-plotly-plot .scatterlayer .point{{cursor:pointer}}
@media (max-width:640px){{
.stMainBlockContainer{{padding:3.5rem 1rem 3rem}}
[class*="st-key-card"]{{padding:18px 14px;margin:0 -4px}}
}}
@media print{{
[data-testid=stSidebar],[data-testid=stHeader],[data-testid=stToolbar],.stTextInput,.stSelectbox,
.stButtonGroup,.stDownloadButton{{display:none!important}}
.stMainBlockContainer{{max-width:none;padding:0}}
.stApp,.stMain,[data-testid=stAppViewContainer]{{position:static!important;overflow:visible!important;
height:auto!important;display:block!important}}
[class*="st-key-card"]{{break-inside:avoid;border:0;padding:0}}
.stPlotlyChart,.stPlotlyChart>div,.js-plotly-plot,.plot-container,.svg-container{{width:100%!important;
height:auto!important;max-width:100%!important}}
.main-svg[viewBox]{{width:100%!important;height:auto!important}}
.svg-container .main-svg:first-child{{position:static!important}}
}}
</style>"""
