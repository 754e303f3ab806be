"""Decks of slides with charts that can be edited; must not know the record, requests or pages.

`Deck` takes plain values (`SlideWords`, `DrawnChart`, `Grid`, `Picture`, `Note`) and writes a PPTX; `open_template` takes in a template from outside.
"""

from dashboard.exports.slides.deck import Deck
from dashboard.exports.slides.uploaded import TemplateRefused, open_template
from dashboard.exports.slides.values import DrawnChart, Grid, Note, Picture, SlideWords

__all__ = ["Deck", "DrawnChart", "Grid", "Note", "Picture", "SlideWords", "TemplateRefused", "open_template"]
