"""The table of all figures, for the terminal and for docs/benchmarks.md."""

from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmark.figures import table
from benchmark.solver.records import ROOT, Record
from benchmark.solver.rows import TARGETS, Best, Target, made_feasible

DOCUMENT = ROOT / "docs" / "benchmarks.md"
_BEGIN, _END = "<!-- figures: make bench-solver -->", "<!-- end of figures -->"
_HEAD = ("what", "budget", "asked", "found", "seeds", "workers", "commit")
_DETAIL = ("instance", "budget", "objective", "best known", "gap", "feasible", "at s")


def report(records: list[Record], best: Best) -> str:
    """Figures in Markdown: targets first, then instance by instance."""
    lines = [_line(target, records, best) for target in TARGETS]
    machines = ", ".join(sorted({record.machine for record in records}))
    return "\n".join(
        (
            f"Machine: {machines}. Medians over seeds.",
            table("Targets", _HEAD, [line for line in lines if line]),
            table("Instance by instance", _DETAIL, _details(records, best)),
        )
    )


def write(text: str, document: Path = DOCUMENT) -> None:
    """Put the figures between the document's marks."""
    whole = document.read_text()
    before, rest = whole.split(_BEGIN)
    after = rest.split(_END)[1]
    document.write_text(f"{before}{_BEGIN}\n{text}\n\n{_END}{after}")


def _line(target: Target, records: list[Record], best: Best) -> tuple[str, ...]:
    chosen = [
        record
        for record in records
        if record.row in target.rows and target.seconds in (None, record.seconds)
    ]
    if not chosen:
        return ()
    found: dict[str, list[Record]] = defaultdict(list)
    for record in chosen:
        found[record.instance].append(record)
    return (
        target.what,
        "" if target.seconds is None else _budget(chosen),
        target.asked,
        target.figure(found, best),
        str(len({record.seed for record in chosen})),
        "/".join(sorted({str(record.workers) for record in chosen})),
        " ".join(sorted({record.commit for record in chosen})),
    )


def _budget(records: list[Record]) -> str:
    clocks = {"cpu": "s of CPU", "wall": "s"}
    return ", ".join(
        sorted({f"{record.seconds:g} {clocks[record.clock]}" for record in records})
    )


def _details(records: list[Record], best: Best) -> list[tuple[str, ...]]:
    found: dict[tuple[str, float], list[Record]] = defaultdict(list)
    for record in records:
        if record.row in {"big12-iii", "big12-ii", "nl", "itc"}:
            found[record.instance, record.seconds].append(record)
    return [_detail(name, group, best) for (name, _), group in found.items()]


def _detail(name: str, records: list[Record], best: Best) -> tuple[str, ...]:
    good = [record for record in records if record.infeasibility == 0]
    known = best.get(name)
    value = median(record.value for record in good) if good else None
    at_s = [r.feasible_at_s for r in good if r.feasible_at_s is not None]
    least = min(record.infeasibility for record in records)
    feasible = f"{len(good)} of {len(records)}" + ("" if good else f" ({least} left)")
    gap = ""
    if value is not None and known and made_feasible(records):
        gap = f"{100 * (value / known - 1):.1f} %"
    return (
        name,
        _budget(records),
        "-" if value is None else f"{value:,.0f}",
        "" if known is None else f"{known:,.0f}",
        gap,
        feasible,
        f"{median(at_s):.1f}" if at_s else "-",
    )
