"""Nothing goes in; the text of a made-up next submission comes out, as someone might write it."""

NEXT = """\
# ECPAT International: submission to the Commission on Science and Technology, 29th session

Date of response: 12 Nov. 2025

## I. Progress since the last report

With our network of 134 members in 111 countries, ECPAT International continues to work towards \
the elimination of the sexual exploitation of children. The network grew in every region.

From March 2023 to September 2024, ECPAT organised a series of 9 regional workshops in Jordan \
(Amman), Kenya (Nairobi), Thailand (Bangkok), Senegal (Dakar), Costa Rica (San Jose), Nepal \
(Kathmandu), Uzbekistan (Tashkent) and Austria (Vienna).

Today we are part of 45 regional or global working groups.

## II. Research

Disrupting Harm research has shown that across 12 countries, anywhere between 1\u201320% of \
children had experienced at least one form of clear online sexual exploitation and abuse in the \
past year.

In April 2025 ECPAT published a guide for teachers, which was read by almost 5,000 teachers. See \
Resolution E/RES/2023/3, page 14.
"""
