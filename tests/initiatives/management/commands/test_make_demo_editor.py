"""The demo accounts: each with its role and nothing more, and never in production."""

from pathlib import Path

import pytest
from django.conf import LazySettings
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
    editor = User.objects.get(username="demo")
    assert editor.check_password("a-long-enough-secret")
    assert [group.name for group in editor.groups.all()] == ["editors"]
    assert not editor.is_staff
    assert not editor.is_superuser


@pytest.mark.django_db
def test_a_contributor_and_an_administrator_are_there_to_try_their_roles(password_file: Path) -> None:
    call_command("make_demo_editor")
    contributor, administrator = User.objects.get(username="demo-contributor"), User.objects.get(username="demo-administrator")
    assert [group.name for group in contributor.groups.all()] == ["contributors"]
    assert (contributor.is_staff, contributor.is_superuser) == (False, False)
    assert (administrator.is_staff, administrator.is_superuser) == (True, True)


@pytest.mark.django_db
def test_making_it_again_renews_the_password_of_the_same_account(password_file: Path) -> None:
    call_command("make_demo_editor")
    password_file.write_text("another-long-secret")
    call_command("make_demo_editor")
    assert User.objects.filter(username="demo").count() == 1
    assert User.objects.get(username="demo").check_password("another-long-secret")


@pytest.mark.django_db
def test_production_refuses_the_demo_accounts(password_file: Path, settings: LazySettings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="the demo accounts are not made"):
        call_command("make_demo_editor")
    assert not User.objects.exists()
