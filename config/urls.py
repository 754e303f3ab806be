"""Which room answers which address."""

from django.contrib import admin
from django.urls import include, path

from dashboard.pages import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("desk/", include("initiatives.desk.urls")),
    path("admin/", admin.site.urls),
    path("", include("dashboard.urls")),
]

handler500 = "config.faults.fault"
