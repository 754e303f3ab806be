import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("initiatives", "0012_marks_of_the_newest_edition"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Announcement",
            fields=[
                ("token", models.CharField(help_text="Drawn when the form was opened; the same form sent again has the same.", max_length=32, primary_key=True, serialize=False)),
                ("entry", models.CharField(help_text="The key of the entry that it added, also when it was undone since.", max_length=140)),
                ("words", models.TextField(help_text="What was published, in words.")),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("edition", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="announcement", to="initiatives.edition")),
            ],
        ),
        migrations.AddIndex(model_name="fundingentry", index=models.Index(fields=["currency", "amount"], name="funding_by_sum")),
        migrations.AddIndex(model_name="fundingcount", index=models.Index(fields=["snapshot", "country", "usd_published"], name="count_by_dollars")),
    ]
