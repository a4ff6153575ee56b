"""A draft and what the rules say of it into the draft with the findings in it."""
