"""Names of countries, actors and currencies, as a table of our own; must not know the record, a request or a language model."""
