"""Counters of possible games: lists that many cells share.

Cells are as many as teams squared times slots, but a rule treats most of them alike.
Lists kept once fit into the caches nearest to a core, and searches read them with
every game that they move.
"""

from itertools import pairwise

import numpy as np

from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import CompiledLeague, Ints


def cell_lists(found: Contributions) -> dict[str, Ints]:
    """Of each cell where its list begins and ends, and the lists."""
    teams, slots = len(found.all_teams), len(found.slots)
    cells = np.concatenate([_ints([])] + [part for part, _, _ in found.cells])
    sizes = [len(part) for part, _, _ in found.cells]
    counters = np.repeat(_ints([counter for _, counter, _ in found.cells]), sizes)
    steps = np.repeat(_ints([step for _, _, step in found.cells]), sizes)
    order = np.argsort(cells, kind="stable")
    entries = np.stack([counters[order], steps[order]], axis=1)
    ends = np.cumsum(np.bincount(cells, minlength=teams * teams * slots))
    return _shared(entries, np.concatenate([_ints([0]), ends]))


def counted_cells(league: CompiledLeague) -> tuple[Ints, Ints, Ints]:
    """What each cell adds to counters, written out: cells, counters and steps."""
    cells = league.teams * league.teams * league.slots
    first, end = league.cell_range[:cells].T
    sizes = end - first
    cell = np.repeat(np.arange(cells), sizes)
    within = np.arange(len(cell)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    entry = league.cell_entry[np.repeat(first, sizes) + within].astype(np.int64)
    return cell, entry[:, 0], entry[:, 1]


def _shared(entries: Ints, starts: Ints) -> dict[str, Ints]:
    known: dict[bytes, tuple[int, int]] = {}
    lists, length = [], 0
    ranges = np.zeros((len(starts) - 1, 2), dtype=np.int64)
    for cell, (start, end) in enumerate(pairwise(starts)):
        key = entries[start:end].tobytes()
        if key not in known:
            lists.append(entries[start:end])
            known[key] = length, length + int(end - start)
            length += int(end - start)
        ranges[cell] = known[key]
    return {
        "cell_range": ranges,
        "cell_entry": np.concatenate([entries[:0], *lists]),
    }


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
