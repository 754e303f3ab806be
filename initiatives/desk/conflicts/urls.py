"""The addresses of conflicts, under /desk/conflicts/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
