"""Files into DocumentReports: read and judged in children, on as many cores or machines as there
are, and kept for the next run."""
