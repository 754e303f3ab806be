"""What the tests of the history share: an administrator who is signed in, an editor, and a small record."""

from tests.initiatives.admin.conftest import administrator, signed_in
from tests.initiatives.publish.conftest import editor, fjord

__all__ = ["administrator", "editor", "fjord", "signed_in"]
