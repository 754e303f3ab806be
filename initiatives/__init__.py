"""What we know about national AI initiatives, and how we come to know it."""
