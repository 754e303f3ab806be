"""The check of the documentation sees what is wrong in either direction."""

from script import check_documentation as check

PAGE = check.ROOT / "docs" / "made-up.md"


def test_code_is_what_stands_in_spans_and_fences_and_not_in_prose() -> None:
    text = "manage.py nothing `manage.py migrate` and\n```bash\nscript/run --fast\n```\nscript/prose"
    assert check.code_of(text) == ["script/run --fast", "manage.py migrate"]


def test_a_setting_that_nothing_reads_is_found() -> None:
    found = list(check.settings({PAGE: ["NO_SUCH_SETTING=1 script/run"]}, "| `NOR_THIS` | none | nothing |"))
    assert "docs/made-up.md: NO_SUCH_SETTING= is set there and read by nothing." in found
    assert "docs/settings.md: NOR_THIS has a row and is read by nothing. Remove it." in found


def test_a_variable_that_has_no_row_is_found() -> None:
    assert "docs/settings.md: PORT is read by the code and has no row. Add one." in list(check.settings({}, "| `DEBUG` | no | nothing |"))


def test_variables_of_scripts_and_of_python_are_both_seen() -> None:
    assert {"PORT", "PYTHON", "DATABASE_URL", "CHROMIUM_PATH"} <= check.variables()


def test_a_script_that_does_not_exist_and_one_that_is_named_nowhere_are_found() -> None:
    found = list(check.scripts({PAGE: ["script/fly"]}))
    assert "docs/made-up.md: there is no script/fly." in found
    assert "script/run is named by no page." in found


def test_a_command_that_does_not_exist_and_one_that_is_named_nowhere_are_found() -> None:
    found = list(check.commands({PAGE: ["manage.py fly", "script/manage migrate"]}))
    assert "docs/made-up.md: there is no command fly." in found
    assert "The command prepare_site is named by no page." in found
    assert not [line for line in found if "migrate" in line]


def test_an_address_that_nothing_answers_and_one_that_is_named_nowhere_are_found() -> None:
    found = list(check.addresses({PAGE: ["/no/such/page/", "/healthz", "/usr/bin/chromium"]}))
    assert "docs/made-up.md: nothing answers /no/such/page/." in found
    assert "The address /readyz is named by no page." in found
    assert not [line for line in found if "healthz" in line or "chromium" in line]
