"""The administration: every table of the record, one noun a file; writes public facts through `initiatives.publish` and knows no pages of readers."""
