"""The kind that two initiatives share is named as the form names it."""

from types import SimpleNamespace

from initiatives.ingest.steps.match import initiative


def test_a_shared_kind_is_named_as_the_form_names_it() -> None:
    hub = SimpleNamespace(kind="research-hub")
    said = SimpleNamespace(understanding=SimpleNamespace(initiative=hub))
    assert initiative._kind(said, hub)[1] == "both are of the kind “research hub”"  # type: ignore[arg-type]
