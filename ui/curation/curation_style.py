"""The style sheet of what is added, checked and edited."""

# ruff: noqa: E501

from __future__ import annotations

from charts.theme import BODY, BOLD, DARK, LEAD, LIGHT, SMALL

ADD = f"""
.a-notes{{margin:0;padding-left:18px}}
.a-chips{{margin:10px 0 0}}
a.f-chip{{color:inherit!important;text-decoration:none!important;display:inline-block}}
.f-chip.a-contradicts{{border-color:var(--f-warning)!important;color:var(--f-warning)!important}}
.a-group{{margin-top:34px;scroll-margin-top:70px}}
.a-group:focus{{outline:none}}
.a-group h2 .f-quiet{{font-weight:400}}
.a-group .f-entries{{margin-top:10px}}
.a-group details summary{{cursor:pointer;padding:10px 0}}
.a-group.a-contradicts .f-entries>li{{border-left:4px solid var(--f-warning);padding-left:16px}}
.a-value{{font-size:{LEAD}px;font-weight:{BOLD};font-variant-numeric:tabular-nums;line-height:1.3}}
.a-label{{font-weight:{BOLD}}}
.a-draft mark,.a-version mark{{background:var(--f-pale-0);color:inherit;border-radius:3px;padding:0 2px}}
.a-draft mark{{font-weight:{BOLD}}}
.a-why{{margin-top:6px!important;color:var(--f-quiet)}}
.a-why .f-number{{color:var(--f-ink)!important}}

.a-card blockquote{{border:0;margin:4px 0 0;padding:0;font-size:{LEAD}px;line-height:1.45;color:inherit}}
.a-card mark{{color:inherit;border-radius:3px;padding:0 3px}}
.a-card .a-lit-number{{background:var(--f-pale-0);font-weight:{BOLD};box-shadow:inset 0 -2px var(--f-series-0)}}
.a-card .a-lit-done{{background:none;border-bottom:1px solid var(--f-quiet);border-radius:0}}
p.a-copied{{color:var(--f-warning);margin-top:10px!important}}
.a-card .f-terms>div{{grid-template-columns:120px 1fr;padding:5px 0}}
.a-card .f-terms>div:first-child{{border-top:0}}
.a-proved{{color:var(--f-proof);font-weight:{BOLD};margin-top:8px!important}}
.a-unproved{{border-left:4px solid var(--f-warning);padding:2px 0 2px 14px;margin-top:10px}}
.a-unproved>strong{{color:var(--f-warning)}}
.a-unproved ul{{list-style:none;margin:4px 0 0;padding:0}}
.a-unproved li{{margin:0 0 4px;padding:0}}
.a-said{{color:var(--f-quiet)}}
.a-why-not{{margin-top:4px!important}}
.a-gone summary{{cursor:pointer;padding:12px 0}}
.a-finish h2{{margin-top:18px!important}}
.a-missing p{{line-height:1.35}}
.a-version pre{{overflow:auto;max-height:60vh;border:1px solid var(--f-rule);border-radius:8px;background:var(--f-card);
padding:12px 14px;font-size:{SMALL}px;line-height:1.5;white-space:pre-wrap;color:inherit;margin:8px 0 0}}

.a-sheet{{position:relative}}
.a-page{{max-height:min(68vh,720px);overflow-y:auto;background:var(--f-card);border:1px solid var(--f-rule);
border-radius:8px;padding:22px 26px;line-height:1.6;font-size:{BODY}px}}
.a-page p{{margin:0 0 12px}}
.a-page .f-heading{{font-weight:{BOLD};margin-top:16px}}
.a-page:focus-visible{{outline:3px solid var(--f-series-0);outline-offset:2px}}
.a-lit{{background:var(--f-panel);box-shadow:0 3px var(--f-panel),0 -3px var(--f-panel)}}
.f-root button.a-spot{{display:inline!important;line-height:inherit!important;border-radius:3px!important;
padding:0 2px!important;user-select:text;text-decoration:underline!important;text-underline-offset:4px;
text-decoration-thickness:2px!important}}
.f-root button.a-spot.a-here{{background:var(--f-pale-0)!important;text-decoration-color:var(--f-series-0)!important}}
.f-root button.a-spot.a-here span,.f-root button.a-spot.a-accepted span{{font-weight:{BOLD}}}
.f-root button.a-spot.a-open{{text-decoration:underline dotted var(--f-quiet) 2px!important}}
.f-root button.a-spot.a-accepted{{color:var(--f-proof)!important}}
.f-root button.a-spot.a-rejected{{color:var(--f-quiet)!important;text-decoration:line-through!important}}
.a-offer{{position:absolute;z-index:5;box-shadow:0 2px 10px rgb(0 0 0/.25)}}
.a-offer[hidden]{{display:none}}

/* Streamlit's own colours of these are too pale, or too pale on the colour of the dark theme. */
.st-key-card-head [data-testid=stCaptionContainer]{{opacity:1}}
.st-key-card-head [data-testid=stCaptionContainer] p{{color:light-dark({LIGHT.quiet},{DARK.quiet})}}
.stApp button[kind=primary]:not(:disabled) *{{color:light-dark({LIGHT.card},{DARK.panel})!important}}
.st-key-a-steps{{border-bottom:1px solid light-dark({LIGHT.rule},{DARK.rule});padding-bottom:8px}}
div:has(>.st-key-a-keys){{position:sticky;bottom:0;z-index:20}}
.st-key-a-keys{{background:light-dark({LIGHT.card},{DARK.card});padding:10px 0;
border-top:1px solid light-dark({LIGHT.rule},{DARK.rule})}}
.st-key-a-reasons{{gap:0 14px!important;margin-top:-10px}}
.st-key-a-reasons button{{min-height:30px;padding:0!important}}
.st-key-a-reasons button p{{font-size:{SMALL}px}}
.st-key-card-add{{gap:.8rem;scroll-margin-top:70px}}
@media (max-width:640px){{
.a-page{{padding:16px;max-height:60vh}}
.a-card blockquote{{font-size:{BODY}px}}
.st-key-a-keys button{{padding:.25rem .55rem}}
.st-key-a-keys .stHorizontalBlock{{gap:.4rem!important;flex-wrap:nowrap}}
}}
"""
