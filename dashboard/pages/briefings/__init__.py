"""The pages of briefings: the builder, a making in progress, its slides, its files, what changed; the work itself is in `dashboard.briefings`."""
