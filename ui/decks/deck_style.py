"""The style sheet of the deck page."""

# ruff: noqa: E501

from __future__ import annotations

from charts.theme import BODY, BOLD, DARK, LIGHT, SMALL

SHEET = f"""<style>
.d-slides{{list-style:none;margin:0!important;padding:0!important}}
.d-slides>li{{display:grid;grid-template-columns:minmax(0,270px) minmax(0,1fr);gap:8px 22px;margin:0!important;
padding:20px 0!important;border-top:1px solid var(--f-rule)}}
.d-slides>li:first-child{{border-top:0;padding-top:4px!important}}
.d-words h2{{font-size:{BODY}px!important;text-wrap:pretty}}
.d-words p{{margin-top:4px!important}}
.d-words .f-actions{{margin-top:12px;gap:8px}}
.d-words .f-copy:disabled{{opacity:.45;cursor:default}}
.d-words .f-copy.f-at{{border-color:var(--f-series-0)!important}}
.d-told{{list-style:none;margin:10px 0 0!important;padding:6px 12px!important;
border-left:4px solid var(--f-warning)}}
.d-told li{{margin:2px 0!important;padding:0!important;font-size:{BODY}px}}
.d-words .f-copy{{font-size:{SMALL}px!important}}
.d-thumb{{color-scheme:light;container-type:inline-size;aspect-ratio:16/9;background:var(--f-card);
color:var(--f-ink);border:1px solid var(--f-rule);border-radius:4px;overflow:hidden;align-self:start}}
.d-thumb>div{{font-size:max(1px,3.4cqw);line-height:1.25;height:100%;display:flex;flex-direction:column;
padding:4.4cqw;gap:1.2cqw}}
.d-thumb b{{font-size:5.4cqw;line-height:1.15;font-weight:{BOLD};display:-webkit-box;-webkit-line-clamp:4;
-webkit-box-orient:vertical;overflow:hidden;flex:none}}
.d-thumb p,.d-thumb small,.d-thumb span{{color:var(--f-quiet);font-size:3.2cqw;overflow:hidden}}
.d-thumb p{{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;flex:none}}
.d-thumb small{{margin-top:auto;font-size:2.6cqw;white-space:nowrap;text-overflow:ellipsis;flex:none}}
.d-thumb i{{font-style:normal;font-size:.5em}}
.d-thumb ul{{list-style:none;margin:0!important;padding:0!important;min-width:0;overflow:hidden}}
.d-thumb li{{margin:0 0 .6cqw!important;padding:0!important;font-size:2.8cqw;min-width:0}}
.d-body{{display:flex;gap:3cqw;min-height:0;flex:1;overflow:hidden}}
.d-of-numbers b{{font-size:4.2cqw}}
.d-numbers{{display:grid;grid-template-columns:1fr 1fr;gap:1.2cqw 3cqw;flex:1;align-content:start}}
.d-numbers:not([class*=few]) span{{-webkit-line-clamp:1!important;font-size:2.4cqw!important}}
.d-numbers strong{{display:block;font-size:6.4cqw;line-height:1;font-weight:{BOLD};white-space:nowrap}}
.d-few-1 strong,.d-few-2 strong{{font-size:17cqw}}
.d-few-3,.d-few-5,.d-few-6{{grid-template-columns:1fr 1fr 1fr}}
.d-few-3 strong{{font-size:11cqw}}
.d-numbers span{{display:-webkit-box;font-size:2.8cqw;line-height:1.2;-webkit-line-clamp:2;-webkit-box-orient:vertical}}
.d-body>svg{{width:44cqw;height:100%;flex:none;border-radius:2px}}
.d-body>svg path{{fill:var(--f-rule)}}
.d-body>svg circle{{fill:var(--f-series-0)}}
.d-body>svg text{{fill:var(--f-ink);paint-order:stroke;stroke:var(--f-card);stroke-width:.12em}}
.d-of-title>div{{justify-content:center}}
.d-of-title b{{font-size:9cqw}}
.d-of-title p{{font-size:4.4cqw}}
.d-of-figure>div:has(.d-picture){{padding:0}}
.d-picture,.d-picture svg{{width:100%;height:100%;display:block}}
.d-thumb table{{font-size:2.6cqw;border-collapse:collapse;width:100%}}
.d-thumb td{{border-bottom:1px solid var(--f-rule);padding:.6cqw 1cqw .6cqw 0;vertical-align:top}}
[data-testid=stLayoutWrapper]:has(>.st-key-deck-bar){{position:sticky;top:0;z-index:5;background:light-dark({LIGHT.paper},{DARK.paper});padding:10px 0 6px}}
@media (max-width:900px){{
[data-testid=stLayoutWrapper]:has(>.st-key-deck-bar){{top:3.25rem}}
.d-slides>li{{grid-template-columns:1fr}}
.d-thumb{{max-width:420px;width:100%}}
}}
</style>"""
