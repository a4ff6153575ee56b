"""Pages that are pictures into words with their places: recognition with Tesseract."""
