"""Keeps every edition as rows, and puts one back where it can be read with the same questions; knows neither pages nor who publishes.

- `keep(edition)` in the transaction of a publication, when everything derived is written
- `put_back(number)` before an edition is read, in a transaction of its own; `inside(number)` in the transaction that reads it
"""

from initiatives.archive.keeping import keep, keep_current
from initiatives.archive.showing import Gone, inside, put_back

__all__ = ["Gone", "inside", "keep", "keep_current", "put_back"]
