"""The words of a sentence → whose they are, what is done, to what, and how binding."""
