"""The addresses of merges, splits and names, under /desk/names/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
