"""The theme's constants go in, the style sheet of the drawings that are made of words comes out."""

# ruff: noqa: E501

from __future__ import annotations

from charts.theme import BODY, BOLD, SMALL, VAGUE

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
