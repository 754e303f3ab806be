"""The addresses of a person's own account, under /desk/account/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
