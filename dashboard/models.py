"""The tables of the dashboard, where Django looks for them; nothing of the record is among them."""

from dashboard.briefings.models import Briefing, Making, MakingFile, MakingSlide
from dashboard.short.models import ShortAddress

__all__ = ["Briefing", "Making", "MakingFile", "MakingSlide", "ShortAddress"]
