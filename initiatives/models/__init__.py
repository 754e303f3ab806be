"""The record's nouns, one a file with its queryset; knows tables and constraints, nothing of pages or articles being read."""

from initiatives.models.announcement import Announcement
from initiatives.models.archive import ArchivedRows, EditionPart
from initiatives.models.article import Article, Reference
from initiatives.models.bulk import BulkImport, ColumnMapping
from initiatives.models.commentary import Comment
from initiatives.models.conflict import Conflict, ConflictDecision
from initiatives.models.correction import Correction
from initiatives.models.count import Conversion, FundingCount, Snapshot
from initiatives.models.country import Country, CountryStatistic
from initiatives.models.draft import Draft, Intake
from initiatives.models.edition import Edition
from initiatives.models.funding import Funder, FundingEntry
from initiatives.models.identity import IdentityChange, NotTheSame
from initiatives.models.initiative import Initiative, InitiativeName
from initiatives.models.known_name import KnownName
from initiatives.models.note import ValueNote
from initiatives.models.organization import Organization, OrganizationName
from initiatives.models.participation import Participation
from initiatives.models.point import Point
from initiatives.models.quantity import Quantity
from initiatives.models.relevance import RelevanceExample, RelevanceModel
from initiatives.models.source import Source, SourceItem, SourceVisit
from initiatives.models.story import ArticleBand, Story, StoryArticle
from initiatives.models.taking_back import TakingBack

__all__ = [
    "Announcement",
    "ArchivedRows",
    "Article",
    "ArticleBand",
    "BulkImport",
    "ColumnMapping",
    "Comment",
    "Conflict",
    "ConflictDecision",
    "Conversion",
    "Correction",
    "Country",
    "CountryStatistic",
    "Draft",
    "Edition",
    "EditionPart",
    "Funder",
    "FundingCount",
    "FundingEntry",
    "IdentityChange",
    "Initiative",
    "InitiativeName",
    "Intake",
    "KnownName",
    "NotTheSame",
    "Organization",
    "OrganizationName",
    "Participation",
    "Point",
    "Quantity",
    "Reference",
    "RelevanceExample",
    "RelevanceModel",
    "Snapshot",
    "Source",
    "SourceItem",
    "SourceVisit",
    "Story",
    "StoryArticle",
    "TakingBack",
    "ValueNote",
]
