"""Arrays as rows and columns as pairs, for queries that count by them; must not know which."""

from typing import Any

from django.db import models
from django.db.models import Func


class Unnested(Func):
    """The elements of an array column, a row each."""

    function = "unnest"
    arity = 1
    output_field = models.CharField()


class IsAmong(Func):
    """Whether the value of a column is an element of an array column."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    arity = 2
    output_field = models.BooleanField()


class Joined(Func):
    """The elements of an array column as one text, parted by blanks."""

    function = "array_to_string"
    template = "%(function)s(%(expressions)s, ' ')"
    arity = 1
    output_field = models.TextField()


class Pair(Func):
    """Two columns as one value, to count their combinations."""

    template = "(%(expressions)s)"
    arity = 2
    output_field: Any = models.IntegerField()
