"""The second factor of a person: an application that shows a code every 30 seconds, and ten backup codes that work once each."""

import re
import secrets
from base64 import b32encode
from dataclasses import dataclass

import segno
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

BACKUP_CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that are read as another one
CODE_LETTERS = 10  # 31^10 is some 10^15 codes
KEPT_LETTERS = 16  # of the keyed hash of a backup code: 64 bits, what the table holds
NAME = "application"
QUIET_ZONE = 4  # modules of white around the drawing, as the standard asks


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a code was right, and else what to tell the person."""

    right: bool
    words: str = ""
    wait_seconds: int = 0
    device: Device | None = None


def application_of(person: User, *, confirmed: bool = True) -> TOTPDevice | None:
    """The application of a person that signs in, or the one that waits for its first code; None without one."""
    return TOTPDevice.objects.filter(user=person, confirmed=confirmed).order_by("pk").last()


def has_second_factor(person: User) -> bool:
    """Whether a code is asked for when the person signs in."""
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())


def backup_codes_left(person: User) -> int:
    """How many backup codes still work."""
    return int(StaticToken.objects.filter(device__user=person).count())


@transaction.atomic
def begun(person: User) -> TOTPDevice:
    """A new application that waits for its first code; one that waited before is forgotten."""
    TOTPDevice.objects.filter(user=person, confirmed=False).delete()
    return TOTPDevice.objects.create(user=person, name=NAME, confirmed=False)


def drawn(device: TOTPDevice) -> str:
    """The QR code of the application's key as an SVG element without styles, dark on white in any light."""
    code = segno.make(device.config_url, error="m")
    return str(code.svg_inline(scale=5, border=QUIET_ZONE, dark="#000000", light="#ffffff", omitsize=True, svgclass="qr", lineclass=None))


def key_in_groups(device: TOTPDevice) -> str:
    """The key in capital letters and digits, in groups of four, for whoever types it."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(re.findall(".{1,4}", key))


@transaction.atomic
def confirmed(person: User, code: str) -> Answer:
    """Switches the waiting application on when the code is its own; the only one that signs in from then on."""
    device = TOTPDevice.objects.select_for_update().filter(user=person, confirmed=False).order_by("pk").last()
    if device is None:
        return Answer(False, "No application waits for its first code. Begin anew.")
    answer = checked_by(device, code)
    if answer.right:
        TOTPDevice.objects.filter(user=person, confirmed=True).delete()
        device.confirmed = True
        device.save(update_fields=["confirmed"])
    return answer


@transaction.atomic
def checked(person: User, typed: str) -> Answer:
    """Whether what was typed is a code of the person's application, or one of the backup codes; either works once.

    The devices' rows are held, so that one code sent twice at the same moment is right once.
    """
    code = re.sub(r"[\s-]", "", typed).lower()
    table: type[Device] = TOTPDevice if re.fullmatch(r"[0-9]{6}", code) else StaticDevice
    device = table.objects.select_for_update().filter(user=person, confirmed=True).order_by("pk").last()
    if device is None:
        return Answer(False, "This is not one of your codes: the application shows six digits, and a backup code has ten letters and digits.")
    return checked_by(device, code if table is TOTPDevice else kept_form(device, code))


def checked_by(device: Device, code: str) -> Answer:
    """What one device says to a code. After a wrong one it waits, twice as long each time."""
    allowed, about = device.verify_is_allowed()
    if not allowed:
        seconds = max(1, int((about["locked_until"] - timezone.now()).total_seconds()) + 1)
        return Answer(False, f"A wrong code came just before. Try again in {seconds} {'second' if seconds == 1 else 'seconds'}.", seconds)
    if re.fullmatch(r"[0-9a-z]{1,16}", code) and device.verify_token(code):
        return Answer(True, device=device)
    return Answer(False, "This code is wrong, was used before, or is too old. Take the one that the application shows now.")


@transaction.atomic
def new_backup_codes(person: User) -> list[str]:
    """Ten new backup codes in the form that is shown; those before work no longer. Only a keyed hash of each is kept."""
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name="backup codes")
    codes = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS)) for _ in range(BACKUP_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=kept_form(device, code)) for code in codes)
    return [f"{code[: CODE_LETTERS // 2]}-{code[CODE_LETTERS // 2 :]}" for code in codes]


def kept_form(device: Device, code: str) -> str:
    """What the table holds of a backup code, from which the code cannot be found."""
    return salted_hmac("backup code", f"{device.pk}:{code}", algorithm="sha256").hexdigest()[:KEPT_LETTERS]


@transaction.atomic
def removed(person: User) -> bool:
    """Takes the second factor and its backup codes away; whether there was one."""
    StaticDevice.objects.filter(user=person).delete()
    return bool(TOTPDevice.objects.filter(user=person).delete()[0])
