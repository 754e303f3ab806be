"""Briefings: a saved selection, and the deck and workbook that a worker makes of it; must not know requests or templates of pages.

- `models` keeps briefings and their makings; `selection` reads what somebody typed; `store` creates, finds and changes them
- `plan` says which slides there will be; `content/` gathers each slide as a pure value (`values.Slide`)
- `work` claims a making and keeps its progress; `make` goes through the plan and keeps each slide before it begins the next
- `deck`, `printed` and `workbook` are renderings of the same slides and tables
- `movement` compares the figures of two makings; `upkeep` rings for what is due, rings again for what was lost and sweeps away what is old
"""
