from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0006_joined_stories")]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="address_hash",
            field=models.CharField(
                blank=True,
                db_index=True,
                editable=False,
                help_text="SHA-256 of the canonical address, by which it is known again.",
                max_length=64,
            ),
        ),
    ]
