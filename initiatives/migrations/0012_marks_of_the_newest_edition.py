from django.db import migrations

TABLES = (
    "country", "countrystatistic", "initiative", "article", "reference", "comment", "organization", "organizationname", "fundingentry", "funder",
    "participation", "point", "quantity",
)


def mark_newest(apps, schema_editor):
    """The newest edition learns where each history stands, so that what the next one changes is known."""
    newest = apps.get_model("initiatives", "Edition").objects.order_by("-number").first()
    if newest is not None:
        newest.marks = {name: last_line(schema_editor.connection, f"initiatives_historical{name}") for name in TABLES}
        newest.save(update_fields=["marks"])


def last_line(connection, table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(history_id), 0) FROM {table}")
        return cursor.fetchone()[0]


class Migration(migrations.Migration):

    dependencies = [("initiatives", "0011_the_desk")]

    operations = [migrations.RunPython(mark_newest, migrations.RunPython.noop)]
