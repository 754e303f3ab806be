"""Fills the table of countries and actors from the project's own names."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from initiatives.names.countries import COUNTRIES


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    country_model = apps.get_model("initiatives", "Country")
    country_model.objects.bulk_create(
        country_model(code=country.code, name=country.name, region=country.region, is_actor=country.is_actor) for country in COUNTRIES.values()
    )


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
