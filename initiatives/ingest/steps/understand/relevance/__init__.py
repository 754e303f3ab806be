"""Whether an article is about a national AI effort: keywords, and a classifier where one is there. Three outcomes."""

from initiatives.ingest.steps.understand.relevance.classifier import Classifier
from initiatives.ingest.steps.understand.relevance.judgement import KEYWORDS, Relevance, judge

__all__ = ["KEYWORDS", "Classifier", "Relevance", "judge"]
