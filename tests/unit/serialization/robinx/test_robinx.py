"""RobinX files: a phased double round robin of four teams, and a schedule of it."""

from pathlib import Path

import pytest

from flextime.domain.errors import InvalidLeague, InvalidSchedule
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.serialization.robinx import (
    evaluate,
    read_instance,
    read_solution,
    write_solution,
)

FOLDER = Path(__file__).parents[3] / "data" / "robinx"
# Dexter hosts three times in a row; Clive and Dexter have three breaks each; after
# slot 3 Dexter has hosted three times and Clive once.
BY_KIND = {"opponent_window": 5, "total_breaks": 60, "home_game_difference": 10}


@pytest.fixture
def instance() -> str:
    return (FOLDER / "four-teams.xml").read_text()


@pytest.fixture
def solution() -> str:
    return (FOLDER / "four-teams-solution.xml").read_text()


@pytest.fixture
def league(instance: str) -> League:
    return read_instance(instance)


def test_an_instance_is_read_as_a_league(league: League) -> None:
    assert [team.name for team in league.teams] == ["Ames", "Boone", "Clive", "Dexter"]
    assert len(league.calendar.rounds) == 6
    assert league.format == RoundRobin(times=2, phased=True)
    assert [(rule.kind, rule.hard, rule.weight) for rule in league.constraints] == [
        ("team_games", True, 1),
        ("opponent_window", False, 5),
        ("chosen_games", True, 1),
        ("total_breaks", False, 10),
        ("home_game_difference", False, 10),
        ("meeting_gap", False, 10),
    ]


def test_a_schedule_is_evaluated_by_its_parts(league: League, solution: str) -> None:
    found = evaluate(league, read_solution(solution, league))

    assert found.infeasibility == found.base_violations == 0
    by_kind = {
        kind: sum(v.penalty for v in found.violations if v.kind == kind)
        for kind in {v.kind for v in found.violations}
    }
    assert by_kind == BY_KIND
    assert found.objective == sum(BY_KIND.values())


def test_a_violated_hard_rule_is_infeasibility(league: League, solution: str) -> None:
    swapped = solution.replace(
        'home="1" away="0" slot="0"', 'home="0" away="1" slot="0"'
    )
    swapped = swapped.replace(
        'home="0" away="1" slot="3"', 'home="1" away="0" slot="3"'
    )

    # team 0 hosts in slot 0, and the game that slot 0 must have is not there
    assert evaluate(league, read_solution(swapped, league)).infeasibility == 2


def test_a_missing_game_and_a_half_without_it_are_base_violations(
    league: League, solution: str
) -> None:
    game = '<ScheduledMatch home="1" away="0" slot="0"/>'

    found = evaluate(league, read_solution(solution.replace(game, ""), league))

    assert found.base_violations == 3


def test_a_written_solution_reads_back_equal(league: League, solution: str) -> None:
    schedule = read_solution(solution, league)

    again = read_solution(write_solution(league, schedule, (0, 12.0)), league)

    assert set(again.games) == set(schedule.games)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("<Instance>", "<Instanc>", ""),
        ('teams="0" max="0"', 'teams="9" max="0"', "CA1"),
        ('mode="H" slots="0"', 'mode="X" slots="0"', "CA1"),
        ('mode="H" slots="0"', 'mode="H" slots="17"', "CA1"),
        ("<GA1 ", "<GA9 ", "GA9"),
        ('id="3" league', 'id="2" league', "team"),
        ("<compactness>C", "<compactness>Q", ""),
    ],
)
def test_an_error_in_an_instance_is_reported_with_its_place(
    instance: str, old: str, new: str, place: str
) -> None:
    with pytest.raises(InvalidLeague) as caught:
        read_instance(instance.replace(old, new))

    assert place in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('home="1" away="0" slot="0"', 'home="9" away="0" slot="0"'),
        ('home="1" away="0" slot="0"', 'home="0" away="0" slot="0"'),
        ('home="1" away="0" slot="0"', 'home="1" away="0" slot="6"'),
        ("<Solution>", "<Instance>"),
    ],
)
def test_an_error_in_a_solution_is_rejected(
    league: League, solution: str, old: str, new: str
) -> None:
    with pytest.raises(InvalidSchedule):
        read_solution(solution.replace(old, new), league)
