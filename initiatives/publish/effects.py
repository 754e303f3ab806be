"""What a publication would do, worked out without writing."""

from initiatives.publication import Effect, Publication


def effect_of(publication: Publication) -> Effect:
    """What publishing would do. Nothing is written."""
    raise NotImplementedError
