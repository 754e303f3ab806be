"""How soon a reader sees a chart, and a changed chart, in a real browser, beside the peers and in one run; knows none of them from inside."""

import os
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.bench import clients, peers, servers
from tests.bench.addresses import COUNTRIES
from tests.bench.findings import Finding, at_most, known
from tests.bench.places import Place
from tests.bench.servers import Server
from tests.bench.visits import BARS, Target, Unseen, Visit, visit

ROUNDS: Final = 7
ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")
CHROMIUM: Final = os.environ.get("CHROMIUM_PATH", "/usr/bin/chromium")
MOST_OF_THE_FASTEST: Final = {"cold": 0.5, "warm": 0.5, "update": 2 / 3}
WORDS: Final = {"cold": "first chart seen, nothing cached", "warm": "first chart seen, files cached", "update": "filter chosen to changed chart"}
MOST_KILOBYTES: Final = 250.0
MOST_SHIFT: Final = 0.01
OURS: Final = "ours"
CALLBACKS: Final = 45
OUR_DATA: Final = "/charts/funding-by-country.json?"
COUNTRY, ORIGIN = "country", "origin"
OUR_STATE: Final = "text('main .lead') + text('main figure .chart')"
VEGA: Final = "/record/funding-by-country?origin=#g.mark=bar&g.x_column=country&g.x_type=ordinal&g.y_column=usd_bn&g.y_type=quantitative"
CALLBACK: Final = "/_dash-update-component"


def measure(place: Place) -> Iterator[Finding]:
    """Every product takes turns in each round; then the figures behind the chart are asked for without a browser."""
    with servers.product(place) as ours, peers.all_that_run(place) as (others, absent), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        visits = in_turns(browser, targets({OURS: ours, **others}))
        browser.close()
        yield from (known(place.size, "peer that could not be installed", reason) for reason in absent)
        yield from seen(place.size, visits)
        yield from figures(place, ours, others)


def targets(running: Mapping[str, Server]) -> list[Target]:
    """The chart of funding by country of each product, and the filter of one origin."""
    chosen, redrawn = "location.search.includes('origin=private')", f"{BARS} && state().includes('private')"
    known_targets = {
        OURS: Target(
            OURS, "/charts/funding-by-country/", "vis('main figure .chart svg')",
            (("select", "main select[name=origin]", "private"),), f"{chosen} && state() !== before", OUR_STATE,
        ),
        "datasette-vega": Target(
            "datasette-vega", VEGA,
            "vis('.vega-embed canvas') || vis('.vega-embed svg') || vis('canvas.marks')",
        ),
        "datasette-dashboards": Target(
            "datasette-dashboards", "/-/dashboards/funding", "vis('#chart-by-country canvas') || vis('#chart-by-country svg')",
            (("select", "#origin", "private"), ("click", ".dashboard-filters input[type=submit]")), chosen,
        ),
        "dash": Target(
            "dash", "/", BARS,
            (("click", "#origin"), ("wait", ".dash-dropdown-option"), ("click", ".dash-dropdown-option:has-text('private')")),
            redrawn, "text('.js-plotly-plot .gtitle')",
        ),
    }  # fmt: skip
    found = [(known_targets[name], server) for name, server in running.items()]
    return [Target(one.name, server.address + one.address, one.visible, one.steps, one.updated, one.state) for one, server in found]


def in_turns(browser: Browser, some: list[Target]) -> dict[str, list[Visit]]:
    """The visits of every target; those of a peer that did not come about are left out. Raises Unseen for ours."""
    visits: dict[str, list[Visit]] = defaultdict(list)
    for _ in range(ROUNDS):
        for target in some:
            try:
                visits[target.name].append(visit(browser, target))
            except Unseen as problem:
                if target.name == OURS:
                    raise
                print(problem, file=sys.stderr)
    return visits


def seen(size: int, visits: Mapping[str, list[Visit]]) -> Iterator[Finding]:
    """Our medians beside those of the fastest peer."""
    middles = {name: middles_of(some) for name, some in visits.items()}
    for measure, words in WORDS.items():
        theirs = {name: of[measure] for name, of in middles.items() if name != OURS and measure in of}
        ours = middles[OURS][measure]
        listed = ", ".join(f"{name} {milliseconds:,.0f}" for name, milliseconds in sorted(theirs.items(), key=lambda one: one[1]))
        if theirs:
            yield at_most(size, words, round(min(theirs.values()) * MOST_OF_THE_FASTEST[measure]), ours, "ms", f" (beside {listed})")
        else:
            yield known(size, words, f"{ours:,.0f} ms (no peer ran)")
    yield at_most(size, "received before the chart is seen", MOST_KILOBYTES, statistics.median(one.kilobytes for one in visits[OURS]), "KB")
    shift = max(one.shift for one in visits[OURS])
    yield Finding(size, "cumulative layout shift", f"≤ {MOST_SHIFT:g}", f"{shift:.4f}", shift <= MOST_SHIFT)


def middles_of(some: list[Visit]) -> dict[str, float]:
    """The median of each measure that there is."""
    values = {measure: [value for one in some if (value := getattr(one, measure)) is not None] for measure in WORDS}
    return {measure: statistics.median(found) for measure, found in values.items() if found}


def figures(place: Place, ours: Server, others: Mapping[str, Server]) -> Iterator[Finding]:
    """The request behind the chart, beside Dash's: one address repeated, and a country that varies and is asked for once."""
    if "dash" not in others:
        return
    countries = COUNTRIES
    place.forget()
    varied = statistics.median(clients.latencies(ours.address, [f"{OUR_DATA}country={code}" for code in countries])[3:])
    same = statistics.median(clients.latencies(ours.address, [f"{OUR_DATA}origin=public"] * CALLBACKS)[3:])
    their_varied = statistics.median(clients.posts(others["dash"].address, CALLBACK, [callback(code, None, COUNTRY) for code in countries])[3:])
    their_same = statistics.median(clients.posts(others["dash"].address, CALLBACK, [callback(None, "public", ORIGIN)] * CALLBACKS)[3:])
    yield at_most(place.size, "chart figures, a country never asked before, beside Dash's callback", their_varied, varied, "ms")
    yield at_most(place.size, "chart figures, one address repeated, beside a quarter of Dash's callback", their_same / 4, same, "ms")


def callback(country: str | None, origin: str | None, changed: str) -> dict[str, object]:
    """What Dash's page sends when a choice changes."""
    outputs = [{"id": "chart", "property": "figure"}, {"id": "table", "property": "data"}]
    inputs = [{"id": name, "property": "value", "value": value} for name, value in ((COUNTRY, country), (ORIGIN, origin))]
    return {"output": "..chart.figure...table.data..", "outputs": outputs, "inputs": inputs, "changedPropIds": [f"{changed}.value"]}
