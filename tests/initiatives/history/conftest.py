"""What the tests of the history share beside an editor: an administrator who is signed in, and a small record."""

from tests.initiatives.admin.conftest import administrator, signed_in
from tests.initiatives.publish.conftest import fjord

__all__ = ["administrator", "fjord", "signed_in"]
