"""The address bar as one validated value that every page, chart, export and feed shares; must not know what is selected or how it is drawn.

`Filters.from_query(request.GET)` reads an address or raises `FilterError(problems, kept)`. Parameters, in the order of an address:

- selection: `q country region kind status theme funder organization initiative quantity origin instrument covers stage relation tier reason step
  role type home stance actor aspect speaker` (repeated = alternatives, leading `-` = not), `from to` (day, month, year, FY2026), `min max` (counted
  amount, in units of `currency`), `as_of` (a day), `edition` (the record as it was published then), `from_edition` (an earlier one, to compare with)
- counting: `basis` (announced), `scope` (ai; repeated adds), `currency` (USD), `per` (total gdp person), `period` (year quarter phased),
  `by` (kind role: the parts of participants; actor country aspect home: the rows of stances), `measure` (megawatts gpus exaflops)
- showing: `view` (chart table notes family entries), `sort` (a column, `-` = descending), `page`

`covers` is a year that money is meant for, `stated` or `none` (whether anybody says which years).
`quantity` is what initiatives state (megawatts-planned), `type` the kind of an organization, `role` its role (or `any`: those that take part),
`home` its home country or the speaker's (a code, `unknown`, or `abroad`: no owner of the initiative); `country=joint` is what several owners share.
"""

from dashboard.filters.problems import Problem
from dashboard.filters.reading import FilterError, Filters, asked_edition
from dashboard.filters.sentences import ActiveFilter
from dashboard.filters.values import PAGE_SIZE

__all__ = ["PAGE_SIZE", "ActiveFilter", "FilterError", "Filters", "Problem", "asked_edition"]
