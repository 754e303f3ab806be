"""The addresses of the record's history, under /desk/history/."""

from django.urls import URLPattern, URLResolver, path

from initiatives.desk.changes import editions, notes, put_back, records, take_back

urlpatterns: list[URLPattern | URLResolver] = [
    path("", editions.history, name="desk-history"),
    path("editions/<int:number>/", editions.edition, name="desk-history-edition"),
    path("editions/<int:number>/take-back/", take_back.page, name="desk-history-take-back"),
    path("editions/<int:number>/take-back/now/", take_back.now, name="desk-history-take-back-now"),
    path("rows/<str:table>/<str:pk>/", records.row, name="desk-history-row"),
    path("put-back/", put_back.page, name="desk-history-put-back"),
    path("put-back/now/", put_back.now, name="desk-history-put-back-now"),
    path("notes/", notes.add, name="desk-history-note"),
    path("notes/<int:note_id>/change/", notes.change, name="desk-history-note-change"),
    path("notes/<int:note_id>/take-back/", notes.take_back, name="desk-history-note-take-back"),
    path("<str:noun>/<path:address>/", records.record, name="desk-history-record"),
]
