"""Lets an editor name what the record knows by its name: finds the address in the record of what was typed, and the name of what is kept."""

from dataclasses import replace

from initiatives.models import Initiative
from initiatives.review import Decision


def with_addresses(decision: Decision) -> Decision:
    """The decision with the initiative that was typed by its name under its address; what the record lacks stands as typed."""
    typed = decision.slug
    if not typed or Initiative.objects.filter(slug=typed).exists():
        return decision
    named = Initiative.objects.filter(name__iexact=typed).values_list("slug", flat=True)[:2]
    return replace(decision, slug=named[0]) if len(named) == 1 else decision
