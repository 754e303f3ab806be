"""Derived: every name of every organization and initiative in the form in which pickers look for it; written by `initiatives.recount` alone."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Value

ORGANIZATION, INITIATIVE = "organization", "initiative"


class Words(Func):
    """The words of a text as full text search reads them, without any language's stems."""

    function = "to_tsvector"
    output_field = SearchVectorField()


class KnownName(models.Model):
    """One name that something goes or went by. `prominence` is how much the record says of what bears it, so that the best known comes first."""

    noun = models.CharField(max_length=12, help_text="What bears it: organization or initiative.")
    subject_id = models.BigIntegerField(help_text="The row's id in its table.")
    name = models.CharField(max_length=200, help_text="The name as it is written.")
    form = models.TextField(help_text="The name folded, without accents and signs.")
    found_by = models.TextField(help_text="The same with its initials.")
    kind = models.CharField(max_length=8, help_text="Whether it is today's name, an alias or a former one: name, alias or former.")
    until = models.DateField(null=True, help_text="Of a former name: the last day on which it was the name.")
    prominence = models.IntegerField(help_text="Rows about money and roles that name what bears it.")
    pieces = ArrayField(models.IntegerField(), help_text="Every three letters in a row of it, as numbers: what a slip of the pen leaves standing.")
    words = models.GeneratedField(expression=Words(Value("simple"), F("found_by")), output_field=SearchVectorField(), db_persist=True)

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="known_name_words"),
            GinIndex(fields=["pieces"], name="known_name_pieces"),
            models.Index("noun", OpClass(F("form"), name="text_pattern_ops"), name="known_name_form"),
            models.Index(fields=["noun", "-prominence"], name="known_name_prominence"),
            models.Index(fields=["noun", "subject_id"], name="known_name_subject"),
        ]

    def __str__(self) -> str:
        return self.name
