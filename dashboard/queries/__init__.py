"""Questions to the record, each answered by named rows; must not know figures, pages or requests.

Every function takes `Filters` and counts in SQL; amounts are `Decimal` in the filters' currency, None where unknown.
Rows stand beside their question.

- `cells.cells` adds a selection up once; `totals.totals`, `why_this_total.why_this_total`, `funding_by_country.funding_by_country` take its answer
- `funding_over_time.funding_over_time`, `participants.participants_by_country`, `participants.participants_by_home`
- `initiative_list.initiative_page`, `list_sums`, `initiative_stream`; `facets.initiative_facets`, `comment_facets`, `organization_facets`
- `ledger.ledger_page`, `family_page`, `family_rows`, `ledger_sums`, `largest_entries`, `source_tiers`; `entries.EntryRow`
- `gaps.gaps` and `own_gap.own_gap` (why announced money is not committed); `comparison.comparison`; `disputed_figures.disputed_figures`
- `record_counts.record_counts`, `editions.current`
- `readiness.state_of` around everything that is read outside the request of a page: it makes what the filters need and reads one state
"""
