"""The form of an upload: the file, how it is written where that has to be asked, and what holds for all its rows; must not store rows."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.cache import cache
from django.http import QueryDict
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from initiatives import vocabulary
from initiatives.admin.importing import days, delimited, numbers, workbook
from initiatives.admin.importing.meaning import Column, Meaning, meaning_of
from initiatives.admin.importing.sheet import FILE_BYTES, ROWS, Sheet, Unreadable

KEPT_SECONDS = 3600
LOST = "The file is no longer kept here. Choose it again."
ASK = [("", "As the file shows; ask where it does not")]


def _choice(label: str, options: Sequence[tuple[str, str]], help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=options, required=False, help_text=help_text, widget=UnfoldAdminSelectWidget(choices=options),
    )  # fmt: skip


class UploadForm(forms.Form):
    """An uploaded table. Once chosen, the file is kept for an hour, so that an answer or a confirmation needs no second upload."""

    columns: Sequence[Column] = ()
    field_order = ("file",)
    file = forms.FileField(
        label="File", required=False, max_length=200, widget=UnfoldAdminFileFieldWidget(),
        help_text=f"CSV (UTF-8) or .xlsx, at most 5 MB and {ROWS} rows, with the names of the columns in the first line.",
    )  # fmt: skip
    kept = forms.CharField(required=False, widget=forms.HiddenInput(), max_length=40)
    seen = forms.CharField(required=False, widget=forms.HiddenInput(), max_length=20)
    day_order = _choice("Days", [*ASK, *days.IN_WORDS.items()], "Days such as 2026-04-03, 2026-04 or 2026 need no answer.")
    decimal_mark = _choice("Numbers", [*ASK, *numbers.IN_WORDS.items()])

    def __init__(self, *args: Any, user_id: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user_id = user_id
        self.file_name = ""
        self.meaning: Meaning | None = None

    def clean(self) -> dict[str, Any]:
        """Reads the file; what it leaves open is asked beside the field that answers."""
        values = super().clean() or self.cleaned_data
        if "file" in self.errors:
            return values
        content = self._content()
        if content is None:
            self.add_error("file", LOST if values.get("kept") else "Choose a file.")
            return values
        try:
            sheet = self._sheet(content)
        except Unreadable as error:
            self.add_error("file", str(error))
            return values
        self._understand(sheet, values)
        return values

    def defaults(self) -> dict[str, str]:
        """What holds for every row that does not say otherwise, by column."""
        return {}

    def again(self) -> dict[str, str]:
        """The answers and the kept file, for the form that confirms them."""
        return {name: str(self.cleaned_data.get(name) or "") for name in self.fields if name != "file"}

    def _understand(self, sheet: Sheet, values: dict[str, Any]) -> None:
        self.meaning = meaning_of(sheet, self.columns, values.get("day_order"), values.get("decimal_mark"))
        for fault in self.meaning.faults[:20]:
            self.add_error("file", fault)
        if self.meaning.day_question:
            self.add_error("day_order", self.meaning.day_question)
        if self.meaning.number_question:
            self.add_error("decimal_mark", self.meaning.number_question)

    def _content(self) -> bytes | None:
        """The file chosen now, else the one kept; None where there is none."""
        upload = self.cleaned_data.get("file")
        if upload is None:
            return self._kept()
        if upload.size > FILE_BYTES:
            self.file_name = upload.name
            return b""
        self.file_name, content = upload.name, upload.read()
        token = uuid4().hex
        cache.set(self._key(token), (self.file_name, content), KEPT_SECONDS)
        self.cleaned_data["kept"] = token
        self.data = {**self.data.dict(), "kept": token} if isinstance(self.data, QueryDict) else {**self.data, "kept": token}
        return bytes(content)

    def _kept(self) -> bytes | None:
        found = cache.get(self._key(self.cleaned_data["kept"])) if self.cleaned_data.get("kept") else None
        if found is None:
            return None
        self.file_name = found[0]
        return bytes(found[1])

    def _key(self, token: str) -> str:
        """Belongs to the person who uploaded it."""
        return f"upload:{self.user_id}:{token if token.isalnum() else ''}"

    def _sheet(self, content: bytes) -> Sheet:
        upload = self.cleaned_data.get("file")
        if upload is not None and upload.size > FILE_BYTES:
            raise Unreadable(f"The file has {upload.size / 1024 / 1024:.1f} MB; at most {FILE_BYTES // 1024 // 1024} MB are taken. Split it.")
        if content.startswith(workbook.SIGNATURE):
            return workbook.read(content)
        known = {name for column in self.columns for name in (column.name, *column.also)}
        return delimited.read(content, known)


class FundingUploadForm(UploadForm):
    """Money in files often leaves out what an analyst knows of the whole file."""

    source = forms.CharField(
        label="Source", required=False, max_length=2000, widget=UnfoldAdminTextInputWidget(),
        help_text="For new rows without one: the address of the article or table they come from.",
    )  # fmt: skip
    stage = _choice("Stage", [("", "As each row says"), *vocabulary.STAGES.items()], "For new rows without one.")
    origin = _choice("Origin", [("", "As each row says"), *vocabulary.ORIGINS.items()], "For new rows without one.")
    scope = _choice("Scope", [("", "As each row says"), *vocabulary.SCOPES.items()], "For new rows without one.")
    tier = _choice(
        "Source quality", [("", "As each row says"), *((str(tier), words) for tier, words in vocabulary.TIERS.items())], "For new rows without one."
    )

    def defaults(self) -> dict[str, str]:
        """Source, stage, origin, scope and tier."""
        return {name: text for name in ("source", "stage", "origin", "scope", "tier") if (text := str(self.cleaned_data.get(name) or ""))}
