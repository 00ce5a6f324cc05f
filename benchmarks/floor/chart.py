"""The floor of a first paint: a bare Streamlit page with one Plotly chart of lines over time."""

import plotly.graph_objects as go
import streamlit as st

DATES = ["2018-01-12", "2022-03-01", "2024-05-31", "2024-11-15"]
LINES = {"members": [103, 113, 126, 129], "countries": [93, 101, 107, 108]}

drawn = go.Figure()
for name, values in LINES.items():
    drawn.add_scatter(x=DATES, y=values, mode="lines+markers", name=name)
st.plotly_chart(drawn)
