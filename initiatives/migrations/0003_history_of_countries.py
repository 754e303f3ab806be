"""Gives countries and their statistics a history, which begins with how they stand now."""

import django.db.models.deletion
import simple_history.models
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

ROWS_AT_A_TIME = 2_000
TABLES = {'Country': 'HistoricalCountry', 'CountryStatistic': 'HistoricalCountryStatistic'}


def begin(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """One line for each row that is there, so that the first change has a before."""
    begins = {'history_date': timezone.now(), 'history_type': '+', 'history_change_reason': 'As it stood when its history began'}
    for table, history in TABLES.items():
        rows = apps.get_model('initiatives', table).objects.order_by('pk').values()
        line = apps.get_model('initiatives', history)
        line.objects.bulk_create((line(**row, **begins) for row in rows.iterator(ROWS_AT_A_TIME)), batch_size=ROWS_AT_A_TIME)


class Migration(migrations.Migration):

    dependencies = [
        ('initiatives', '0002_countries'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalCountry',
            fields=[
                ('code', models.CharField(db_index=True, help_text='ISO 3166-1 alpha-3, or the short code of an actor such as EUU.', max_length=8)),
                ('name', models.CharField(db_index=True, help_text='The name shown on every page and in every file.', max_length=80)),
                ('region', models.CharField(blank=True, help_text='The part of the world it is listed under.', max_length=40)),
                ('is_actor', models.BooleanField(default=False, help_text='Not a country but a body of countries, such as the European Union.')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical country',
                'verbose_name_plural': 'historical countries',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalCountryStatistic',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('gdp_usd', models.DecimalField(blank=True, decimal_places=2, max_digits=24, null=True, verbose_name='GDP in US dollars, current prices')),
                ('population', models.PositiveBigIntegerField(blank=True, null=True)),
                ('source', models.CharField(help_text='Where the figures come from.', max_length=200)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('country', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='initiatives.country')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical country statistic',
                'verbose_name_plural': 'historical country statistics',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
