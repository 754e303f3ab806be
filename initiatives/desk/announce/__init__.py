"""Quick entry: an announcement becomes an entry of the ledger in a minute."""
