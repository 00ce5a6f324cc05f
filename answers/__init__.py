"""Answers questions in someone's own words, with the sources of what is said."""
