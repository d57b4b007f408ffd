"""Reports of many tenders in one SQLite file, which anybody may ask: this program, Datasette, a spreadsheet."""
