"""Counters that each cell (home, away, slot) adds to, as lists that cells share.

There are teams squared times slots cells, but most constraints treat many of them
alike. Lists stored once fit the nearest caches of a core; a search reads them with
every game that it moves.
"""

from itertools import pairwise

import numpy as np

from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.tables import integers


def pack_cell_entries(builder: LeagueBuilder) -> dict[str, Ints]:
    """Return the arrays `cell_range` and `cell_entry` of `CompiledLeague`."""
    teams, slots = len(builder.all_teams), len(builder.slots)
    cells = np.concatenate([integers([])] + [part for part, _, _ in builder.cells])
    sizes = [len(part) for part, _, _ in builder.cells]
    counters = np.repeat(integers([counter for _, counter, _ in builder.cells]), sizes)
    steps = np.repeat(integers([step for _, _, step in builder.cells]), sizes)
    order = np.argsort(cells, kind="stable")
    entries = np.stack([counters[order], steps[order]], axis=1)
    ends = np.cumsum(np.bincount(cells, minlength=teams * teams * slots))
    return _share_equal_lists(entries, np.concatenate([integers([0]), ends]))


def unpack_cell_entries(league: CompiledLeague) -> tuple[Ints, Ints, Ints]:
    """Return all entries of all cells, as arrays of cells, counters and steps.

    Element n of the three arrays says that a game in the cell adds the step to the
    counter.
    """
    cells = league.teams * league.teams * league.slots
    first, end = league.cell_range[:cells].T
    sizes = end - first
    cell = np.repeat(np.arange(cells), sizes)
    within = np.arange(len(cell)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    entry = league.cell_entry[np.repeat(first, sizes) + within].astype(np.int64)
    return cell, entry[:, 0], entry[:, 1]


def _share_equal_lists(entries: Ints, starts: Ints) -> dict[str, Ints]:
    """Store each distinct list of entries once; `starts` has the end of the last."""
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
