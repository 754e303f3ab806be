import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0016_editions_by_moment"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TakingBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(blank=True, max_length=100)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("rung_at", models.DateTimeField(help_text="When a worker was last rung for it.")),
                ("rings", models.PositiveSmallIntegerField(default=1)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("message", models.TextField(blank=True, help_text="What stood in the way, in words.")),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="initiatives.edition")),
                (
                    "made",
                    models.ForeignKey(
                        blank=True,
                        help_text="The edition that took it back.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="initiatives.edition",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "takings back",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("finished_at", None)), fields=("edition",), name="taken_back_once_at_a_time")
                ],
            },
        ),
    ]
