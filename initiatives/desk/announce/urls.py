"""The addresses of quick entry, under /desk/announce/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
