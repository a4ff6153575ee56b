"""Word files into changed copies: comments, tracked insertions and pages, all else as it was."""
