"""What an article says, one file a kind of claim; must not know the record's database nor what becomes of a claim."""
