"""Whether an amount's own mark or words agree with the currency of its row; where the row has no currency, the amount's one is taken."""

from typing import Final

from initiatives.importing import currencies
from initiatives.importing.cells import CURRENCY
from initiatives.importing.table import Line, Table

AMOUNT: Final = "amount"
OF_THE_ROW: Final = (AMOUNT, "amount_low", "amount_high")
IN_DOLLARS: Final = "usd_as_published"
DOLLAR: Final = "USD"


def take_currency(table: Table, line: Line) -> None:
    """Takes the currency that the amount names, where neither the row nor the file says one and the amount can mean but one."""
    named = line.named.get(AMOUNT)
    is_open = CURRENCY not in line.unread and not line.get(CURRENCY) and not table.defaults.get(CURRENCY) and not line.get("key")
    if named and is_open and len(named.codes) == 1:
        (line.values[CURRENCY],) = named.codes
        table.readings[CURRENCY, "", line.values[CURRENCY]] += 1


def agrees(table: Table, line: Line, currency: str | None) -> bool:
    """Whether every amount of the row can be in its currency, and the dollars are dollars; what cannot is noted at its cell."""
    wanted = [(column, currency) for column in OF_THE_ROW if currency] + [(IN_DOLLARS, DOLLAR)]
    wrong = [(column, code) for column, code in wanted if (named := line.named.get(column)) and code not in named.codes]
    for column, code in wrong:
        said = f"The amount is in {currencies.in_words(line.named[column].codes)}"
        words = f"{said}, and its row says {code}. Mend the one or the other."
        if column == IN_DOLLARS:
            words = f"{said}. This column is for dollars alone, where the source gives them."
        table.fault(line.number, column, line.named[column].text, words)
    return not wrong
