"""The demo editor: an editor and nothing more, and never in production."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command


@pytest.fixture
def password_file(settings: LazySettings, tmp_path: Path) -> Path:
    """A password as script/run leaves it."""
    path = tmp_path / "demo_password"
    path.write_text("a-long-enough-secret\n")
    settings.DEMO_PASSWORD_FILE = path
    return path


@pytest.mark.django_db
def test_the_demo_editor_signs_in_with_the_password_in_the_file_and_has_only_that_role(password_file: Path) -> None:
    call_command("make_demo_editor")
    editor = authenticate(username="demo", password="a-long-enough-secret")
    assert isinstance(editor, User)
    assert [group.name for group in editor.groups.all()] == ["editors"]
    assert not editor.is_staff
    assert not editor.is_superuser


@pytest.mark.django_db
def test_making_it_again_renews_the_password_of_the_same_account(password_file: Path) -> None:
    call_command("make_demo_editor")
    password_file.write_text("another-long-secret")
    call_command("make_demo_editor")
    assert User.objects.filter(username="demo").count() == 1
    assert authenticate(username="demo", password="another-long-secret")


@pytest.mark.django_db
def test_production_refuses_the_demo_editor(password_file: Path, settings: LazySettings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="the demo account is not made"):
        call_command("make_demo_editor")
    assert not User.objects.exists()
