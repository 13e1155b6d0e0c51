"""What comes with FlexTime; the published schedules stand up to the checker."""

import pytest

from flextime import leagues
from flextime.domain.checker import check
from flextime.domain.errors import NotFound
from flextime.domain.ids import LeagueId
from flextime.domain.preflight import preflight

EVERY = leagues.shipped()


def test_seven_seasons_are_shipped() -> None:
    assert EVERY == (
        "acc-mbb-1997-98",
        "big12-fb-2024",
        "big12-gym-2026",
        "big12-mbb-2023-24",
        "big12-mbb-2024-25",
        "big12-wbb-2024-25",
        "big12-wten-2026",
    )


@pytest.mark.parametrize("league", EVERY)
def test_a_file_is_named_for_the_league_in_it(league: LeagueId) -> None:
    assert leagues.read(league).id == league
    assert leagues.published(league).league == league


@pytest.mark.parametrize("league", EVERY)
def test_a_published_schedule_breaks_no_hard_rule(league: LeagueId) -> None:
    report = check(leagues.read(league), leagues.published(league))

    assert [v.message for v in report.violations if v.hard] == []


@pytest.mark.parametrize("league", EVERY)
def test_preflight_has_nothing_against_a_season_that_was_played(
    league: LeagueId,
) -> None:
    assert preflight(leagues.read(league)) == ()


@pytest.mark.parametrize("name", ["nba", "../league", ""])
def test_a_league_that_is_not_shipped_is_not_found(name: str) -> None:
    with pytest.raises(NotFound, match="no shipped league is called"):
        leagues.read(LeagueId(name))
