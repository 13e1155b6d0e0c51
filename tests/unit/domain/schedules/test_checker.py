from dataclasses import replace

import pytest

from builders import a_league, a_rule, a_schedule, teams
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.errors import InvalidSchedule
from flextime.domain.ids import LeagueId, SlotId, TeamId
from flextime.domain.leagues.league import Goals, TravelModel
from flextime.domain.schedules.checker import ConstraintResult, check

SINGLE = "A-B C-D | A-C D-B | A-D B-C"
"""A is at home throughout; each of the others travels to it once."""


def test_a_hard_violation_makes_the_schedule_infeasible() -> None:
    rule = a_rule(LongestHomeRun, max_games=1, weight=5, teams=teams("A"))
    report = check(a_league(rules=[rule]), a_schedule(SINGLE))

    assert report.score.hard_violations == 1
    assert report.score.infeasibility == 10
    assert report.score.soft_penalty == 0


def test_a_soft_violation_costs_points_and_nothing_else() -> None:
    rule = a_rule(LongestHomeRun, hard=False, max_games=1, weight=5, teams=teams("A"))
    report = check(a_league(rules=[rule]), a_schedule(SINGLE))

    assert report.score.feasible
    assert report.score.soft_penalty == 10


def test_an_inactive_rule_is_ignored() -> None:
    rule = a_rule(LongestHomeRun, active=False, max_games=1)
    report = check(a_league(rules=[rule]), a_schedule(SINGLE))

    assert report.violations == ()
    assert rule.id not in {result.constraint for result in report.constraint_results}


def test_a_violation_names_its_rule_teams_games_and_dates() -> None:
    rule = a_rule(LongestHomeRun, max_games=2, teams=teams("A"))
    (violation,) = check(a_league(rules=[rule]), a_schedule(SINGLE)).violations

    assert violation.constraint == "longest_home_run"
    assert violation.teams == ("A",)
    assert violation.games == ("B-at-A", "C-at-A", "D-at-A")
    assert violation.message == (
        "A plays 3 home games in a row from 2025-01-04 to 2025-01-18, at most 2 are"
        " allowed"
    )


def test_every_active_constraint_has_a_result() -> None:
    satisfied = a_rule(LongestAwayRun, max_games=3)
    violated = a_rule(
        LongestHomeRun, hard=False, max_games=1, weight=5, teams=teams("A")
    )
    report = check(a_league(rules=[satisfied, violated]), a_schedule(SINGLE))

    *base, first, second = report.constraint_results
    assert {result.constraint for result in base} >= {"meetings", "games_per_team"}
    assert all(result.satisfied for result in base)
    assert first == ConstraintResult(satisfied.id, "longest_away_run", True, 0, 0)  # noqa: FBT003 - its own field order
    assert (second.satisfied, second.violations, second.penalty) == (False, 1, 10)


def test_each_team_travels_under_each_model() -> None:
    report = check(a_league(), a_schedule(SINGLE))

    a, b, _, d = report.travel
    assert (a.team, a.chain_m, a.trips) == (TeamId("A"), 0, 0)
    # B goes to A (100 km) and, a week later, on to D (200 km).
    assert (b.round_trips_m, b.three_day_rule_m) == (600_000, 600_000)
    assert b.chain_m == 100_000 + 300_000 + 200_000
    assert (b.trips, b.longer_trips) == (2, 0)
    assert d.chain_m == 200_000 + 0 + 600_000


def test_the_goals_select_the_travel_model_of_the_score() -> None:
    goals = Goals(travel_model=TravelModel.CHAIN, travel_points_per_km=2)
    report = check(a_league(goals=goals), a_schedule(SINGLE))

    assert report.score.travel_m == sum(travel.chain_m for travel in report.travel)
    assert report.score.objective == 2 * report.score.travel_m / 1000


@pytest.mark.parametrize(
    ("field", "name"),
    [("home", TeamId("X")), ("away", TeamId("X")), ("slot", SlotId("99"))],
)
def test_a_game_of_another_league_is_rejected(field: str, name: str) -> None:
    first, *others = a_schedule(SINGLE).games
    schedule = replace(
        a_schedule(SINGLE),
        games=(replace(first, **{field: name}), *others),  # type: ignore[arg-type]  # any field
    )

    with pytest.raises(InvalidSchedule) as rejected:
        check(a_league(), schedule)
    assert [p.pointer for p in rejected.value.problems] == [f"/games/0/{field}"]


def test_a_schedule_with_the_id_of_another_league_is_rejected() -> None:
    schedule = replace(a_schedule(SINGLE), league=LeagueId("other"))

    with pytest.raises(InvalidSchedule, match="/league"):
        check(a_league(), schedule)
