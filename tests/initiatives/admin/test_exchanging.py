"""The administration's own imports: they lead to the desk's, and store nothing."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from initiatives.models import BulkImport, FundingEntry, Initiative, Organization

NOUNS = {"organization": "organizations", "initiative": "initiatives", "fundingentry": "funding"}


@pytest.mark.parametrize("model", NOUNS)
def test_import_leads_to_the_imports_of_the_desk_with_its_rows_chosen(signed_in: Client, model: str) -> None:
    answer = signed_in.get(f"/admin/initiatives/{model}/import/", follow=True)
    assert answer.redirect_chain == [(f"/desk/imports/?rows={NOUNS[model]}", 302)]
    assert answer.context["chosen"] == NOUNS[model]


@pytest.mark.parametrize("step", ["import", "process_import"])
def test_a_file_sent_to_the_former_address_stores_nothing(signed_in: Client, hub: Initiative, step: str) -> None:
    before = (Organization.objects.count(), FundingEntry.objects.count())
    file = SimpleUploadedFile("t.csv", b"name,kind,country\nAcademy of Fjords,university,NOR\n")
    sent = {"file": file, "import_file": file, "import_file_name": "/etc/passwd", "original_file_name": "t.csv", "format": "0", "resource": ""}
    answer = signed_in.post(f"/admin/initiatives/organization/{step}/", sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/imports/?rows=organizations")
    assert (Organization.objects.count(), FundingEntry.objects.count()) == before
    assert not BulkImport.objects.exists()


@pytest.mark.parametrize("step", ["import", "process_import"])
def test_whoever_may_only_look_is_not_led_there(hub: Initiative, step: str) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_organization"))
    client = Client()
    client.force_login(reader)
    assert client.post(f"/admin/initiatives/organization/{step}/", {}).status_code == 403
