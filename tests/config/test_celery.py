"""Where tasks go."""

import pytest

from config.celery import app


@pytest.mark.parametrize(
    ("task", "queue"),
    [
        ("initiatives.tasks.fetch_article", "fetch"),
        ("initiatives.tasks.sweep", "fetch"),
        ("initiatives.tasks.understand_article", "understand"),
        ("dashboard.tasks.draw_picture", "export"),
        ("dashboard.tasks.prepare_pictures", "export"),
        ("dashboard.tasks.prepare_earlier_edition", "export"),
    ],
)
def test_a_task_goes_to_its_queue(task: str, queue: str) -> None:
    app.loader.import_default_modules()
    assert task in app.tasks
    assert app.amqp.router.route({}, task)["queue"].name == queue
