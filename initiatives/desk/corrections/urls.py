"""The addresses of corrections, under /desk/corrections/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
