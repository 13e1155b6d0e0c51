from builders import a_league, a_rule
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.cell_entries import unpack_cell_entries
from flextime_solver.instance.compiler import compile_league

_RULES: list[Constraint] = [
    a_rule(TeamUnavailable, team=TeamId("A"), slots=(SlotId("4"),)),
    a_rule(HomeAwayBalance, teams=(TeamId("B"),), max_difference=1),
]


def test_each_cell_lists_the_counters_that_its_game_adds_to() -> None:
    compiled = compile_league(Instance(a_league("A B C", "4 11", _RULES)))

    cells, counters, steps = (part.tolist() for part in unpack_cell_entries(compiled))

    found = set(zip(cells, counters, steps, strict=True))
    home, away, slot = 0, 1, 0
    cell = (home * compiled.teams + away) * compiled.slots + slot
    assert {entry[1:] for entry in found if entry[0] == cell} == {(0, 1), (1, -1)}
    assert len(found) == 4 + 8


def test_cells_with_equal_entries_share_them() -> None:
    compiled = compile_league(Instance(a_league("A B C", "4 11", _RULES)))

    used = {tuple(cell) for cell in compiled.cell_range[:18].tolist()}

    assert len(used) < 8
