"""The figures that the solver is to reach, and what each run contributes to them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from benchmark.solver.records import Record

Best = dict[str, float]


@dataclass(frozen=True)
class Target:
    """A line of the table.

    Attributes
    ----------
    rows
        Of the records that the line is about.
    seconds
        Their budget; None where a run has none.
    figure
        From records, by instance, and the best known objectives.
    reference
        What the field has on the same instances.
    """

    what: str
    asked: str
    rows: tuple[str, ...]
    seconds: float | None
    figure: Callable[[dict[str, list[Record]], Best], str]
    reference: str = ""


def _every(found: dict[str, list[Record]]) -> list[Record]:
    return [record for records in found.values() for record in records]


def _feasible(records: Iterable[Record]) -> list[Record]:
    return [record for record in records if record.infeasibility == 0]


def _km(found: dict[str, list[Record]], best: Best) -> str:
    del best
    records = _every(found)
    good = _feasible(records)
    if not good:
        return f"none of {len(records)} feasible"
    middle = median(record.value for record in good)
    return f"{middle:,.0f} km, {len(good)} of {len(records)} feasible"


def _first(found: dict[str, list[Record]], best: Best) -> str:
    del best
    times = [record.feasible_at_s for record in _every(found)]
    known = [time for time in times if time is not None]
    return f"{median(known):.1f} s" if len(known) == len(times) else "not always"


def _gap(record: Record, best: Best) -> float:
    known = best[record.instance]
    return 100 * (record.value - known) / max(known, 1)


def _gaps(found: dict[str, list[Record]], best: Best) -> str:
    parts = []
    for records in found.values():
        gaps = [_gap(record, best) for record in _feasible(records)]
        parts.append(f"{median(gaps):.1f}" if gaps else "infeasible")
    return " / ".join(parts) + " %"


def made_feasible(records: list[Record]) -> bool:
    """Whether the median run of an instance is feasible."""
    return 2 * len(_feasible(records)) > len(records)


def _made_feasible(found: dict[str, list[Record]], best: Best) -> str:
    del best
    return f"{sum(map(made_feasible, found.values()))} of {len(found)}"


def _median_gap(found: dict[str, list[Record]], best: Best) -> str:
    gaps = [
        median(_gap(record, best) for record in _feasible(records))
        for records in found.values()
        if made_feasible(records)
    ]
    return f"{median(gaps):.0f} % over {len(gaps)}" if gaps else "-"


def _rate(found: dict[str, list[Record]], best: Best) -> str:
    del best
    return f"{median(r.value for r in _every(found)):,.0f} / s"


def _memory(found: dict[str, list[Record]], best: Best) -> str:
    del best
    return f"{max(record.memory_mib for record in _every(found)):,.0f} MiB"


def _small(found: dict[str, list[Record]], best: Best) -> str:
    del best
    middles = [median(record.value for record in records) for records in found.values()]
    good = sum(map(made_feasible, found.values()))
    return (
        f"{good} feasible, median {median(middles):.2f} s of CPU,"
        f" at most {max(middles):.1f} s"
    )


def _enumerated(found: dict[str, list[Record]], best: Best) -> str:
    del best
    parts = []
    for name, records in found.items():
        middle = median(record.value for record in records)
        unit = " s of CPU" if name.startswith("first") else ""
        parts.append(f"{name}: {middle:g}{unit}")
    return "; ".join(parts)


_SEARCHES = ("big12-iii", "big12-ii", "nl", "itc")
_FREE, _FIXED = "Big 12, free opponents", "Big 12, published opponents"
_NL, _FEASIBLE = "NL8 / 10 / 12 / 16 above best known", "ITC2021, feasible"
_GAP = "ITC2021, median gap"
_PUBLISHED = "published schedule 336,701 km"
_BOUND = "lower bound 226,068 km"
_NL_BEST = "39,721 / 59,436 / 110,729 / 261,687"
_ITC_REFERENCE = "annealing for hours 75 %, best entry 3 %"
TARGETS = (
    Target(_FREE, "280,000 km", ("big12-iii",), 60, _km, _PUBLISHED),
    Target(_FREE, "265,000 km", ("big12-iii",), 600, _km, _BOUND),
    Target(_FIXED, "300,000 km", ("big12-ii",), 60, _km, _PUBLISHED),
    Target(_FIXED, "285,000 km", ("big12-ii",), 600, _km),
    Target("Big 12, first feasible", "10 s", ("big12-iii",), 60, _first),
    Target(_NL, "0 / 2 / 4 / 8 %", ("nl",), 60, _gaps, _NL_BEST),
    Target(_NL, "0 / 0 / 2 / 4 %", ("nl",), 600, _gaps, _NL_BEST),
    Target(_FEASIBLE, "8 of 20", ("itc",), 60, _made_feasible),
    Target(_FEASIBLE, "16 of 20", ("itc",), 600, _made_feasible, "20 of 20"),
    Target(_GAP, "-", ("itc",), 60, _median_gap),
    Target(_GAP, "25 %", ("itc",), 600, _median_gap, _ITC_REFERENCE),
    Target("moves evaluated, Big 12", "200,000 / s", ("speed",), None, _rate),
    Target("memory of one attempt", "1,024 MiB", _SEARCHES, None, _memory),
    Target("QOBLIB Small", "51 feasible in 2 s of CPU", ("qoblib",), None, _small),
    Target(
        "ACC 1997-98",
        "2 s; 179; 540",
        ("acc",),
        None,
        _enumerated,
        "exactly 179 and 540 schedules",
    ),
)
