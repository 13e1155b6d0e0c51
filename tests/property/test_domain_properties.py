"""Properties of all leagues and schedules."""

import json
from dataclasses import replace

from hypothesis import given

from flextime.domain.leagues.league import TravelModel
from flextime.domain.leagues.preflight import preflight
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import (
    read_league,
    read_schedule,
    write_league,
    write_schedule,
)
from flextime.serialization.tables.schedules import (
    read_schedule_csv,
    write_schedule_csv,
)
from strategies import Season, feasible_seasons, seasons, seasons_with_rules


@given(feasible_seasons())
def test_preflight_never_rejects_a_league_that_has_a_schedule(season: Season) -> None:
    assert check(season.league, season.schedule).score.feasible
    assert preflight(season.league) == ()


@given(seasons())
def test_the_circle_method_keeps_the_format_and_the_rounds(season: Season) -> None:
    assert check(season.league, season.schedule).violations == ()


@given(seasons_with_rules())
def test_the_parts_of_the_score_add_up(season: Season) -> None:
    report = check(season.league, season.schedule)

    hard = [v for v in report.violations if v.hard]
    assert report.score.hard_violations == len(hard)
    assert report.score.infeasibility == sum(v.penalty for v in hard)
    assert report.score.soft_penalty == sum(
        v.penalty for v in report.violations if not v.hard
    )
    metres = {
        TravelModel.ROUND_TRIPS: sum(t.round_trips_m for t in report.travel),
        TravelModel.THREE_DAY_RULE: sum(t.three_day_rule_m for t in report.travel),
        TravelModel.CHAIN: sum(t.chain_m for t in report.travel),
    }
    goals = season.league.goals
    assert report.score.travel_m == metres[goals.travel_model]
    assert 1000 * report.score.exact_objective == (
        1000 * report.score.soft_penalty
        + goals.travel_points_per_km * report.score.travel_m
    )


@given(seasons_with_rules())
def test_the_constraint_results_sum_the_violations(season: Season) -> None:
    report = check(season.league, season.schedule)

    assert sum(v.violations for v in report.constraint_results) == len(
        report.violations
    )
    assert sum(v.penalty for v in report.constraint_results) == sum(
        v.penalty for v in report.violations
    )


@given(seasons_with_rules())
def test_a_longer_trip_is_never_longer_than_returning_home(season: Season) -> None:
    for travel in check(season.league, season.schedule).travel:
        # Whole metres: each leg of a trip is rounded by up to half a metre.
        rounding_m = len(season.schedule.games)
        assert travel.chain_m <= travel.three_day_rule_m + rounding_m
        assert travel.three_day_rule_m <= travel.round_trips_m + rounding_m


@given(seasons_with_rules())
def test_other_names_for_the_teams_do_not_change_the_score(season: Season) -> None:
    names = {str(team.id): f"renamed-{team.id}" for team in season.league.teams}
    league = read_league(json.dumps(_renamed(write_league(season.league), names)))
    league = replace(league, teams=league.teams[::-1])
    document = _renamed(write_schedule(season.schedule), names)
    schedule = read_schedule(json.dumps(document), league)

    assert check(league, schedule).score == check(season.league, season.schedule).score


@given(seasons_with_rules())
def test_the_order_of_the_games_does_not_matter(season: Season) -> None:
    backwards = Schedule(season.schedule.league, season.schedule.games[::-1])

    report = check(season.league, season.schedule)
    assert check(season.league, backwards) == report


@given(seasons_with_rules())
def test_a_written_document_reads_back_equal(season: Season) -> None:
    league = read_league(write_league(season.league))

    assert league == season.league
    assert read_schedule(write_schedule(season.schedule), league) == season.schedule


@given(seasons())
def test_a_written_table_reads_back_with_equal_games(season: Season) -> None:
    table = write_schedule_csv(season.schedule, season.league)

    read = read_schedule_csv(table, season.league)
    assert set(read.games) == set(season.schedule.games)


def _renamed(text: bytes, names: dict[str, str]) -> object:
    def renamed(value: object) -> object:
        if isinstance(value, dict):
            return {key: renamed(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [renamed(inner) for inner in value]
        return names.get(value, value) if isinstance(value, str) else value

    return renamed(json.loads(text))
