from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("initiatives", "0015_known_names")]

    operations = [migrations.AddIndex(model_name="edition", index=models.Index(fields=["made_at"], name="edition_made"))]
