"""Lets only editors in: everybody else is asked to sign in, or told in words that this is not theirs."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

View = Callable[..., HttpResponse]


def is_editor(user: User | AnonymousUser) -> bool:
    """Whether the person may decide drafts: an active member of the editors, or an administrator."""
    return user.is_active and (user.is_superuser or user.groups.filter(name=settings.EDITORS_GROUP).exists())


def editors_only(view: View) -> View:
    """Answers for editors alone, and never from a cache."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_editor(request.user):
            raise PermissionDenied("The desk is for editors. Ask an administrator to add you to the editors.")
        return view(request, *args, **kwargs)

    return guarded


def editor_of(request: HttpRequest) -> User:
    """The signed-in editor of a guarded view."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in as an editor first.")
    return request.user
