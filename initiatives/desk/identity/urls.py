"""The addresses of names: merges, splits, aliases, under /desk/names/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.identity import merges, names, pages, splits
from initiatives.models.known_name import INITIATIVE, ORGANIZATION


def _of(noun: str) -> list[URLPattern | URLResolver]:
    at, about = f"{noun}s/<str:slug>/", {"noun": noun}
    return [
        path(at, pages.record, about, name=f"desk-{noun}-names"),
        path(f"{at}rename/", names.rename, about, name=f"desk-{noun}-rename"),
        path(f"{at}add/", names.add, about, name=f"desk-{noun}-add-name"),
        path(f"{at}remove/<int:pk>/", names.remove, about, name=f"desk-{noun}-remove-name"),
        path(f"{at}merge/", merges.merge, about, name=f"desk-{noun}-merge"),
        path(f"{at}split/", splits.split, about, name=f"desk-{noun}-split"),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.overview, name="desk-names"),
    path("apart/", merges.apart, name="desk-names-apart"),
    path("changes/<int:change_id>/undo/", merges.undo, name="desk-names-undo"),
    *_of(ORGANIZATION),
    *_of(INITIATIVE),
]
