"""Nothing goes in, the style sheet of what is added, checked and edited comes out."""

# ruff: noqa: E501

from __future__ import annotations

from charts.theme import BODY, BOLD, LEAD, SMALL

ADD = f"""
.a-notes{{margin:0;padding-left:18px}}
.a-chips{{margin:10px 0 0}}
a.f-chip{{color:inherit!important;text-decoration:none!important;display:inline-block}}
.a-chip-dot{{display:inline-block}}
.a-contradicts .f-chip,.f-chip.a-contradicts{{border-color:var(--f-warning)!important;color:var(--f-warning)!important}}
.a-group{{margin-top:34px;scroll-margin-top:70px}}
.a-group:focus{{outline:none}}
.a-group h2 .f-quiet{{font-weight:400}}
.a-group .f-entries{{margin-top:10px}}
.a-group details summary{{cursor:pointer;padding:10px 0}}
.a-group.a-contradicts .f-entries>li{{border-left:4px solid var(--f-warning);padding-left:16px}}
.a-value{{font-size:{LEAD}px;font-weight:{BOLD};font-variant-numeric:tabular-nums;line-height:1.3}}
.a-label{{font-weight:{BOLD}}}
.a-draft mark,.a-page mark{{background:var(--f-pale-0);color:inherit;border-radius:3px;padding:0 2px;font-weight:{BOLD}}}
.a-why{{margin-top:6px!important;color:var(--f-quiet)}}
.a-why .f-number{{color:var(--f-ink)!important}}
.a-small{{font-size:{SMALL}px}}
.a-body{{font-size:{BODY}px}}
"""
