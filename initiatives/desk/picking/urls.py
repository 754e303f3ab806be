"""The addresses that pickers ask, under /desk/pick/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
