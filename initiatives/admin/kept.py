"""What the desk keeps beside the record, to read: notes, readers' remarks, imports, merges, warnings. It is changed at the desk."""

from django.contrib import admin

from initiatives.admin.derived import Derived
from initiatives.models import (
    Announcement,
    BulkImport,
    ColumnMapping,
    Conflict,
    ConflictDecision,
    Correction,
    IdentityChange,
    KnownName,
    NotTheSame,
    TakingBack,
    ValueNote,
)


@admin.register(ValueNote)
class ValueNoteAdmin(Derived):
    """What an editor says about a value."""

    list_display = ("__str__", "subject_table", "subject_id", "field", "public", "by", "made_at", "removed_at")
    list_filter = ("public", "subject_table")
    search_fields = ("text",)
    ordering = ("-made_at",)
    linked = ("by",)


@admin.register(Correction)
class CorrectionAdmin(Derived):
    """What a reader says is wrong; answered at the desk."""

    list_display = ("label", "value_shown", "state", "made_at", "answered_by", "answered_at")
    list_filter = ("state",)
    search_fields = ("label", "message")
    ordering = ("-made_at",)
    linked = ("answered_by",)


@admin.register(IdentityChange)
class IdentityChangeAdmin(Derived):
    """A merge or a split."""

    list_display = ("kind", "noun", "kept_name", "other_name", "by", "made_at", "undone_with")
    list_filter = ("kind", "noun")
    search_fields = ("kept_name", "other_name")
    ordering = ("-made_at",)
    linked = ("by", "edition", "undone_with")


@admin.register(NotTheSame)
class NotTheSameAdmin(Derived):
    """Two that an editor told apart."""

    list_display = ("__str__", "by", "made_at")
    ordering = ("-made_at",)
    linked = ("by",)


@admin.register(BulkImport)
class BulkImportAdmin(Derived):
    """One spreadsheet; its bytes are not shown."""

    list_display = ("file_name", "noun", "state", "rows_total", "problem_count", "made_by", "made_at", "edition", "undone_with")
    list_filter = ("state", "noun")
    search_fields = ("file_name",)
    ordering = ("-made_at",)
    linked = ("made_by", "edition", "undone_with")
    exclude = ("body", "problems", "effect")


@admin.register(TakingBack)
class TakingBackAdmin(Derived):
    """An edition that a worker takes back, or took back, or could not."""

    list_display = ("edition", "by", "asked_at", "finished_at", "made", "message")
    search_fields = ("message", "reason")
    ordering = ("-asked_at",)
    linked = ("edition", "by", "made")


@admin.register(ColumnMapping)
class ColumnMappingAdmin(Derived):
    """What the columns of a kind of spreadsheet meant the last time."""

    list_display = ("__str__", "by", "used_at")
    ordering = ("-used_at",)
    linked = ("by",)


@admin.register(Conflict)
class ConflictAdmin(Derived):
    """A named warning of the ledger; settled at the desk."""

    list_display = ("code", "entry", "message", "usd", "country")
    list_filter = ("code",)
    search_fields = ("message",)
    ordering = ("code", "key")
    linked = ("entry", "initiative")


@admin.register(ConflictDecision)
class ConflictDecisionAdmin(Derived):
    """A warning that an editor left as it is, with the reason."""

    list_display = ("code", "reason", "by", "made_at")
    list_filter = ("code",)
    search_fields = ("reason",)
    ordering = ("-made_at",)
    linked = ("by",)


@admin.register(Announcement)
class AnnouncementAdmin(Derived):
    """One form of quick entry and the edition that it made."""

    list_display = ("entry", "edition", "by")
    search_fields = ("entry",)
    ordering = ("-edition__number",)
    linked = ("edition", "by")


@admin.register(KnownName)
class KnownNameAdmin(Derived):
    """One name that something goes or went by, as pickers find it."""

    list_display = ("name", "noun", "kind", "until", "prominence")
    list_filter = ("noun", "kind")
    search_fields = ("name",)
    ordering = ("pk",)
    exclude = ("pieces", "words")
