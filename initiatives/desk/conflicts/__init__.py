"""What in the ledger asks for an editor, each with the action that settles it."""
