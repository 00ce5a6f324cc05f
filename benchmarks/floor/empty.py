"""The floor of a session's memory: a Streamlit page with one word."""

import streamlit as st

st.write("Nothing")
