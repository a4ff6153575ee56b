"""A PDF and notes on places of its pages to the PDF with the notes in it."""
