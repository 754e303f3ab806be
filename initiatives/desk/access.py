"""Lets only editors in: everybody else is asked to sign in, or told in words that this is not theirs, or that an address takes forms alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.decorators.cache import never_cache

WRONG_METHOD = 405
View = Callable[..., HttpResponse]


def is_editor(user: User | AnonymousUser) -> bool:
    """Whether the person may decide drafts: an active member of the editors, or an administrator."""
    return user.is_active and (user.is_superuser or user.groups.filter(name=settings.EDITORS_GROUP).exists())


def is_contributor(user: User | AnonymousUser) -> bool:
    """Whether the person may make and change drafts: a contributor, or whoever may decide them too."""
    return user.is_active and (is_editor(user) or user.groups.filter(name=settings.CONTRIBUTORS_GROUP).exists())


def contributors_too(view: View) -> View:
    """Answers for contributors and editors, and never from a cache. What such a view does publishes nothing."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_contributor(request.user):
            raise PermissionDenied("The desk is for contributors and editors. Ask an administrator to add you.")
        return view(request, *args, **kwargs)

    return guarded


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


def forms_only(view: View) -> View:
    """Answers what a form sends; whoever opens the address itself is told so, with the way to the page that the form stands on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            return view(request, *args, **kwargs)
        answer = render(request, "desk/forms_only.html", {"page": page_above(request.path)}, status=WRONG_METHOD)
        answer.headers["Allow"] = "POST"
        return answer

    return guarded


def page_above(path: str) -> str:
    """The nearest address above this one that is a page of the desk."""
    while path.rstrip("/").count("/") > 1:
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return "/desk/"


def editor_of(request: HttpRequest) -> User:
    """The signed-in editor of a guarded view."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in as an editor first.")
    return request.user
