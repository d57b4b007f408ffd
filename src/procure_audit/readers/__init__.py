"""Files to Documents. One line a format."""
