"""The local page: files that somebody drops into a browser, judged and shown, and kept nowhere."""
