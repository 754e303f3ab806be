"""New and changed entries as Atom feeds: all of them, of a country, of an initiative, or of any filter; must not know how entries are found."""
