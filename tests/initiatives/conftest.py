"""What several rooms' tests share: a small record, and an editor."""

import pytest
from django.contrib.auth.models import User

from initiatives.models import Initiative
from tests.initiatives.a_hub import make_hub


@pytest.fixture
def hub(db: None) -> Initiative:
    """An initiative with one announced entry of 100 m euros, paid by the Ministry of Science."""
    return make_hub()


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create_user("editor")
