"""The desk's first page: drafts that wait by story, what the line was not sure of, what it put aside, and what failed, each list with its reasons."""
