"""Lets in whoever may: everybody else is asked to sign in, or told in words that this is not theirs, or that an address takes forms alone."""

from collections.abc import Callable
from functools import cached_property, wraps
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
Person = User | AnonymousUser


class Roles:
    """What one person may do; the groups are asked of the database once, and only when somebody wants to know."""

    def __init__(self, person: Person) -> None:
        self.person = person

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of the desk's groups that the person is in."""
        ours = (settings.EDITORS_GROUP, settings.CONTRIBUTORS_GROUP)
        return frozenset(self.person.groups.filter(name__in=ours).values_list("name", flat=True))

    @property
    def administer(self) -> bool:
        """Whether the person may change sources, people and settings: an active superuser."""
        return self.person.is_active and self.person.is_superuser

    @property
    def decide(self) -> bool:
        """Whether the person may accept, reject, publish, merge, import and take back: an active editor, or an administrator."""
        return self.person.is_active and (self.person.is_superuser or settings.EDITORS_GROUP in self.groups)

    @property
    def draft(self) -> bool:
        """Whether the person may hand in articles, enter announcements and change drafts: a contributor, or whoever may decide them too."""
        return self.decide or (self.person.is_active and settings.CONTRIBUTORS_GROUP in self.groups)


def is_editor(user: Person) -> bool:
    """Whether the person may decide drafts: an active member of the editors, or an administrator."""
    return Roles(user).decide


def is_contributor(user: Person) -> bool:
    """Whether the person may make and change drafts: a contributor, or whoever may decide them too."""
    return Roles(user).draft


def roles_of(request: HttpRequest) -> Roles:
    """What the person who asks may do, looked up once a request."""
    person: Person = getattr(request, "user", AnonymousUser())  # a fault may come before anybody was looked up
    known: Roles | None = getattr(request, "roles", None)
    if known is None or known.person is not person:
        known = Roles(person)
        request.roles = known  # type: ignore[attr-defined]  # a place of our own beside request.user
    return known


def roles(request: HttpRequest) -> dict[str, Roles]:
    """`can` for templates, which show a button only to who may use it: can.draft, can.decide, can.administer."""
    return {"can": roles_of(request)}


def guard(view: View, may: Callable[[Roles], bool], refusal: str) -> View:
    """The view for those alone who `may`, and never from a cache; others are asked to sign in, or told `refusal`."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may(roles_of(request)):
            raise PermissionDenied(refusal)
        return view(request, *args, **kwargs)

    return guarded


def signed_in_only(view: View) -> View:
    """Answers for everybody who has an account."""
    return guard(view, lambda can: can.person.is_active, "This account is switched off.")


def contributors_too(view: View) -> View:
    """Answers for contributors and editors. What such a view does publishes nothing."""
    return guard(view, lambda can: can.draft, "The desk is for contributors and editors. Ask an administrator to add you.")


def editors_only(view: View) -> View:
    """Answers for editors alone."""
    return guard(view, lambda can: can.decide, "The desk is for editors. Ask an administrator to add you to the editors.")


def administrators_only(view: View) -> View:
    """Answers for administrators alone: sources, people and settings are theirs."""
    return guard(view, lambda can: can.administer, "This is an administrator's to change. Ask one of them to do it. Nothing was changed.")


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
    """The signed-in person of a guarded view."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in as an editor first.")
    return request.user
