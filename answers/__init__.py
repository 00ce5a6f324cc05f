"""A question in someone's own words goes in; the sentence to say, and its sources, come out."""
