"""Lets an editor name what the record knows by its name: finds the address in the record of what was typed, and the name of what is kept."""

from dataclasses import replace

from initiatives.models import Initiative
from initiatives.names.countries import COUNTRIES, name_of
from initiatives.review import Decision


def with_addresses(decision: Decision) -> Decision:
    """The decision with the initiative that was typed by its name under its address; what the record lacks stands as typed."""
    typed = decision.slug
    if not typed or Initiative.objects.filter(slug=typed).exists():
        return decision
    named = Initiative.objects.filter(name__iexact=typed).values_list("slug", flat=True)[:2]
    return replace(decision, slug=named[0]) if len(named) == 1 else decision


def countries_in_words(typed: str) -> str:
    """Codes divided by blanks as `Japan (JPN); South Korea (KOR)`; whatever holds something else stands as typed."""
    codes = typed.split()
    return "; ".join(f"{name_of(code)} ({code})" for code in codes) if codes and all(code in COUNTRIES for code in codes) else typed
