"""The tables of all figures, for the terminal and for the documents."""

from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmark.figures import table
from benchmark.solver.records import ROOT, Record
from benchmark.solver.rows import TARGETS, Best, Target, made_feasible

TARGETS_DOCUMENT = ROOT / "docs" / "benchmarks.md"
INSTANCES_DOCUMENT = ROOT / "docs" / "research" / "results-by-instance.md"
_BEGIN, _END = "<!-- figures: make bench-solver -->", "<!-- end of figures -->"
_TARGETS_HEAD = ("what", "budget", "target", "result", "reference")
_INSTANCES_HEAD = (
    "instance",
    "budget",
    "objective",
    "best known",
    "gap",
    "feasible",
    "first feasible (s)",
)


def targets_table(records: list[Record], best: Best) -> str:
    """Return the targets with what was measured, as a table in Markdown."""
    lines = [_target_row(target, records, best) for target in TARGETS]
    return table("Targets", _TARGETS_HEAD, [line for line in lines if line])


def instances_table(records: list[Record], best: Best) -> str:
    """Return the medians of every instance and budget, as a table in Markdown."""
    rows = _instance_rows(records, best)
    return table("Instance by instance", _INSTANCES_HEAD, rows)


def write(text: str, document: Path) -> None:
    """Replace what a document has between its markers."""
    whole = document.read_text()
    before, rest = whole.split(_BEGIN)
    after = rest.split(_END)[1]
    document.write_text(f"{before}{_BEGIN}\n{text}\n\n{_END}{after}")


def _target_row(target: Target, records: list[Record], best: Best) -> tuple[str, ...]:
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
        target.reference,
    )


def _budget(records: list[Record]) -> str:
    clocks = {"cpu": "s of CPU", "wall": "s"}
    return ", ".join(
        sorted({f"{record.seconds:g} {clocks[record.clock]}" for record in records})
    )


def _instance_rows(records: list[Record], best: Best) -> list[tuple[str, ...]]:
    found: dict[tuple[str, float], list[Record]] = defaultdict(list)
    for record in records:
        if record.row in {"big12-iii", "big12-ii", "nl", "itc"}:
            found[record.instance, record.seconds].append(record)
    return [_instance_row(name, group, best) for (name, _), group in found.items()]


def _instance_row(name: str, records: list[Record], best: Best) -> tuple[str, ...]:
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
