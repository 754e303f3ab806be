"""Filters and tags of the templates; thin, as formats and addresses are made elsewhere."""
