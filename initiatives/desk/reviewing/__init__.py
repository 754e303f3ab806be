"""What stands around the form of a draft: who else looks, words that are selected, what a story's reports add, and undo."""
