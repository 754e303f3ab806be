"""A language model behind an address that the administrator set, asked beside the rules; off without an address. Must not decide what stays."""

from initiatives.ingest.assistant.asking import assisted
from initiatives.ingest.assistant.service import Service, service_from

__all__ = ["Service", "assisted", "service_from"]
