"""What comes with FlexTime; the published schedules stand up to the checker."""

import pytest

from flextime import shipped_leagues
from flextime.domain.errors import NotFound
from flextime.domain.ids import LeagueId
from flextime.domain.leagues.preflight import preflight
from flextime.domain.schedules.checker import check
from flextime.serialization.tables.schedules import (
    read_schedule_csv,
    write_schedule_csv,
)

EVERY = shipped_leagues.league_ids()


WITHOUT_PUBLISHED = (
    "big12-bsb-2025",
    "big12-mbb-2025-26",
    "big12-mten-2025",
    "big12-soc-2024",
    "big12-vb-2024",
)


def test_fourteen_seasons_are_shipped() -> None:
    assert EVERY == (
        "acc-mbb-1997-98",
        "big12-bsb-2025",
        "big12-fb-2024",
        "big12-gym-2026",
        "big12-lax-2025",
        "big12-mbb-2023-24",
        "big12-mbb-2024-25",
        "big12-mbb-2025-26",
        "big12-mten-2025",
        "big12-sb-2026",
        "big12-soc-2024",
        "big12-vb-2024",
        "big12-wbb-2024-25",
        "big12-wten-2026",
    )
    assert set(EVERY) - set(shipped_leagues.published_ids()) == set(WITHOUT_PUBLISHED)


@pytest.mark.parametrize("league", WITHOUT_PUBLISHED)
def test_the_assumptions_of_an_unpublished_season_are_described(
    league: LeagueId,
) -> None:
    assert "Assumed" in (shipped_leagues.read(league).description or "")
    with pytest.raises(NotFound, match="comes without a published schedule"):
        shipped_leagues.read_published(league)


@pytest.mark.parametrize(
    ("league", "teams", "meetings", "games"),
    [
        ("big12-sb-2026", 11, 8, 24),
        ("big12-bsb-2025", 14, 10, 30),
        ("big12-fb-2024", 16, 9, 9),
        ("big12-soc-2024", 16, 11, 11),
        ("big12-vb-2024", 15, 18, 18),
        ("big12-mten-2025", 9, 8, 8),
        ("big12-lax-2025", 6, 5, 5),
        ("big12-mbb-2025-26", 16, 18, 18),
    ],
)
def test_formats_give_each_team_its_games(
    league: str, teams: int, meetings: int, games: int
) -> None:
    read = shipped_leagues.read(LeagueId(league))

    assert len(read.teams) == teams
    assert read.format.games_per_team(teams) == meetings
    assert 2 * read.games_of_season == teams * games


def test_a_published_table_of_series_is_read_as_it_was_published() -> None:
    softball = LeagueId("big12-sb-2026")
    league, schedule = (
        shipped_leagues.read(softball),
        shipped_leagues.read_published(softball),
    )

    table = write_schedule_csv(schedule, league)
    assert len(table.splitlines()) == 1 + league.games_of_season == 133
    without_slots = "\n".join(row.rpartition(",")[0] for row in table.splitlines())
    assert set(read_schedule_csv(without_slots, league).games) == set(schedule.games)


def test_partners_are_met_on_one_weekend_in_the_published_tennis_season() -> None:
    tennis = LeagueId("big12-wten-2026")
    results = check(
        shipped_leagues.read(tennis), shipped_leagues.read_published(tennis)
    ).constraint_results

    (partners,) = (v for v in results if v.kind == "travel_partners")
    assert partners.hard
    assert partners.satisfied


@pytest.mark.parametrize("league", EVERY)
def test_a_file_is_named_for_the_league_in_it(league: LeagueId) -> None:
    assert shipped_leagues.read(league).id == league


@pytest.mark.parametrize("league", shipped_leagues.published_ids())
def test_a_published_schedule_is_feasible(league: LeagueId) -> None:
    schedule = shipped_leagues.read_published(league)
    report = check(shipped_leagues.read(league), schedule)

    assert schedule.league == league
    assert [v.message for v in report.violations if v.hard] == []


@pytest.mark.parametrize("league", EVERY)
def test_preflight_accepts_a_season_that_was_played(
    league: LeagueId,
) -> None:
    assert preflight(shipped_leagues.read(league)) == ()


@pytest.mark.parametrize("name", ["nba", "../league", ""])
def test_a_league_that_is_not_shipped_is_not_found(name: str) -> None:
    with pytest.raises(NotFound, match="no shipped league is called"):
        shipped_leagues.read(LeagueId(name))
