"""Who is who: merges, splits, aliases and former names."""
