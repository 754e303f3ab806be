from django.db import migrations, models

import initiatives.models.draft


class Migration(migrations.Migration):

    dependencies = [("initiatives", "0013_quick_entry")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="doubt",
            field=models.FloatField(default=0.5, help_text="How much of it the line doubts, from 0.05 to 1, by its own confidences and warnings."),
        ),
        migrations.AddField(
            model_name="draft",
            name="taught_before",
            field=models.BooleanField(
                blank=True,
                editable=False,
                help_text="What the line had been taught of the article before the decision; empty for nothing.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="urgency",
            field=models.GeneratedField(
                db_persist=True,
                expression=initiatives.models.draft.Urgency("consequence", "doubt", "made_at"),
                help_text="Place in the inbox: the doublings of money at stake × doubt × age, which doubles each week; highest first, whatever the day.",
                output_field=models.FloatField(),
            ),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(condition=models.Q(("state", "open")), fields=["doubtful", "-urgency", "-id"], name="draft_by_urgency"),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(condition=models.Q(("state", "open"), _negated=True), fields=["-decided_at"], name="draft_by_decision"),
        ),
    ]
