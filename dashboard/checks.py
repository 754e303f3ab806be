"""What pictures need and a machine may lack, said at start: Chromium, and typefaces for every script in the record; knows no chart."""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage

# A language of each script in the record → what it is called, and Debian's package that has it.
SCRIPTS: Final = {"ja": ("Chinese, Japanese and Korean", "fonts-noto-cjk"), "ar": ("Arabic", "fonts-noto-core"), "en": ("Latin", "fonts-noto-core")}
FONT_LIST_TIMEOUT_SECONDS: Final = 10


def browser_is_here(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    """Without Chromium the site works, and PNG and PDF answer in words."""
    if shutil.which(settings.CHROMIUM_PATH):
        return []
    hint = "apt-get install chromium, or set CHROMIUM_PATH. SVG, CSV, Excel and JSON need no browser."
    return [checks.Warning(f"No Chromium at {settings.CHROMIUM_PATH}: charts cannot be downloaded as PNG or PDF.", hint=hint, id="dashboard.W001")]


def typefaces_are_here(app_configs: Sequence[Any] | None, **_: Any) -> list[CheckMessage]:
    """Without a typeface a name becomes a row of empty boxes in a picture."""
    if shutil.which("fc-list") is None:
        hint = "apt-get install fontconfig fonts-noto-core fonts-noto-cjk"
        return [checks.Warning("The typefaces for pictures could not be looked up: there is no fc-list.", hint=hint, id="dashboard.W002")]
    missing = [(script, package) for language, (script, package) in SCRIPTS.items() if not has_typeface(language)]
    return [
        checks.Warning(f"No typeface for {script}: such names are empty boxes in pictures.", hint=f"apt-get install {package}", id="dashboard.W003")
        for script, package in missing
    ]


@cache
def has_typeface(language: str) -> bool:
    """Whether any installed typeface covers a language (`ja`, `ar`)."""
    found = subprocess.run(["fc-list", f":lang={language}", "family"], capture_output=True, text=True, timeout=FONT_LIST_TIMEOUT_SECONDS, check=False)
    return bool(found.stdout.strip())
