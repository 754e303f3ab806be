"""What browsers are told about scripts, frames and referrers, address by address."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/no-such-page/", "/desk/"])
def test_everywhere_but_the_administration_nothing_unsafe_is_allowed(client: Client, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy


@pytest.mark.django_db
def test_the_administration_may_evaluate_its_components_but_runs_no_inline_script(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]
    directives = {directive.split()[0]: directive.split()[1:] for directive in policy.split(";")}
    assert directives["script-src"] == ["'self'", "'unsafe-eval'"]
    assert directives["frame-ancestors"] == ["'none'"]


def test_every_answer_forbids_guessing_types_and_leaking_addresses(client: Client) -> None:
    headers = client.get("/healthz").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/desk/", "/desk/no-such-page/", "/desk/sign-in/", "/admin/", "/admin/login/"])
def test_pages_behind_a_sign_in_are_parted_from_the_window_that_opened_them(client: Client, address: str) -> None:
    assert client.get(address).headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/", "/charts/", "/no-such-page/", "/briefings/"])
def test_a_public_page_needs_no_process_of_its_own(client: Client, address: str) -> None:
    assert "Cross-Origin-Opener-Policy" not in client.get(address).headers
