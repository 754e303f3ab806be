"""The product's settings, on a database and a numbered Redis that belong to one test session."""

import os

from config import engines

EMBEDDED_FOR_TESTS = engines.of_checkout()
# Several test sessions may run at once in one checkout; number 0 is the site's own.
REDIS_NUMBER = 1 + os.getpid() % (engines.REDIS_NUMBERS - 1)
os.environ.update(DATABASE_URL=EMBEDDED_FOR_TESTS.database_url(), REDIS_URL=EMBEDDED_FOR_TESTS.redis_url(REDIS_NUMBER))

from config.settings import *  # noqa: E402, F403  # the environment comes first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
STATIC_ROOT = VAR_DIR / "static-of-tests"  # noqa: F405  # never collected: another process may be collecting the site's own
