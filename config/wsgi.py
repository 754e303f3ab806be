"""The web application as a WSGI server wants it."""

import os

from django.core.wsgi import get_wsgi_application

from config.start import refuse_unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
refuse_unsafe()
