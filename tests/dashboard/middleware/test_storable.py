"""What no database can hold never reaches a page."""

import pytest
from django.test import Client

from initiatives.models import Correction


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/corrections/new/?table=initiative&row=%00", "/corrections/new/?table=fundingentry&row=a%00"])
def test_a_row_with_the_character_zero_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/desk/names/organizations/%00/", "/desk/conflicts/a%00b/", "/desk/history/entries/%00/"])
def test_an_address_with_the_character_zero_is_not_found(admin_client: Client, address: str) -> None:
    assert admin_client.get(address).status_code == 404


@pytest.mark.django_db
def test_of_what_is_typed_it_is_left_out(client: Client) -> None:
    client.post("/corrections/new/", {"at": "/", "label": "the \x00total", "message": "Too\x00 much."})
    assert (Correction.objects.get().label, Correction.objects.get().message) == ("the total", "Too much.")
