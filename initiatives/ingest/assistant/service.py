"""Which language service is asked, from the settings; must not speak to it."""

from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

MOST_ANSWER_BYTES = 1024 * 1024


class Settings(Protocol):
    """The settings that name a service."""

    LLM_BASE_URL: str
    LLM_MODEL: str
    LLM_API_KEY: str
    LLM_TIMEOUT_SECONDS: int


@dataclass(frozen=True, slots=True)
class Service:
    """An OpenAI-compatible service. `key` is secret: it stands in one header and in no message, log or representation."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 20.0
    most_bytes: int = MOST_ANSWER_BYTES

    @property
    def host(self) -> str:
        """The host without a password that may stand before it."""
        return urlsplit(self.address).hostname or "the language service"


def service_from(settings: Settings) -> Service | None:
    """The service of the settings; None where no address is set, so that nothing is asked."""
    if not settings.LLM_BASE_URL or not settings.LLM_MODEL:
        return None
    return Service(settings.LLM_BASE_URL.rstrip("/"), settings.LLM_MODEL, settings.LLM_API_KEY, float(settings.LLM_TIMEOUT_SECONDS))
