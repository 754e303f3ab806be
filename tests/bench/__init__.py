"""Measures the product's speed and size beside Datasette, on rows it makes itself; needs nothing but this checkout."""
