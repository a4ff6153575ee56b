"""One function per format, from Report to text."""
