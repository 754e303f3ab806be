"""The pages of sources: all of them with their health, one with its visits and items, and what an editor may change."""
