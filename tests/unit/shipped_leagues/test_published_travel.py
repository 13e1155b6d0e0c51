"""The checker's kilometres against figures computed from the published schedules.

A team's figure is rounded to whole kilometres, a total is the sum of those.
"""

from dataclasses import dataclass

import pytest

from flextime import shipped_leagues
from flextime.domain.ids import LeagueId, TeamId
from flextime.domain.schedules.checker import Report, check


@dataclass(frozen=True)
class Published:
    """Totals under the three models, extremes and longer trips under the 3-day rule."""

    league: str
    round_trips_km: int
    three_day_rule_km: int
    chain_km: int
    least: tuple[str, int]
    most: tuple[str, int]
    longer_trips: int


PUBLISHED = (
    Published(
        "big12-mbb-2024-25",
        409_535,
        336_701,
        328_508,
        ("baylor", 14_808),
        ("ucf", 34_578),
        longer_trips=32,
    ),
    Published(
        "big12-mbb-2023-24",
        267_817,
        241_920,
        228_945,
        ("oklahoma-state", 11_876),
        ("byu", 25_879),
        longer_trips=17,
    ),
    Published(
        "big12-wbb-2024-25",
        356_217,
        277_407,
        267_697,
        ("tcu", 11_245),
        ("ucf", 27_145),
        longer_trips=31,
    ),
    Published(
        "big12-fb-2024",
        176_325,
        176_325,
        166_890,
        ("texas-tech", 5_989),
        ("utah", 15_570),
        longer_trips=0,
    ),
    Published(
        "big12-wten-2026",
        270_833,
        160_684,
        155_632,
        ("kansas", 5_884),
        ("ucf", 15_557),
        longer_trips=48,
    ),
    Published(
        "big12-gym-2026",
        58_001,
        58_001,
        58_001,
        ("utah", 6_140),
        ("west-virginia", 13_523),
        longer_trips=0,
    ),
    Published(
        "big12-sb-2026",
        109_031,
        109_031,
        101_935,
        ("byu", 6_893),
        ("ucf", 15_833),
        longer_trips=0,
    ),
    Published(
        "big12-lax-2025",
        59_634,
        59_634,
        56_216,
        ("san-diego-state", 7_580),
        ("cincinnati", 13_196),
        longer_trips=0,
    ),
)


def report_on(season: Published) -> Report:
    league = LeagueId(season.league)
    return check(shipped_leagues.read(league), shipped_leagues.read_published(league))


def km(metres: int) -> int:
    return round(metres / 1000)


@pytest.mark.parametrize("season", PUBLISHED, ids=lambda season: season.league)
def test_the_totals_match_to_the_kilometre(season: Published) -> None:
    travel = report_on(season).travel

    assert sum(km(team.round_trips_m) for team in travel) == season.round_trips_km
    assert sum(km(team.three_day_rule_m) for team in travel) == season.three_day_rule_km
    assert sum(km(team.chain_m) for team in travel) == season.chain_km


@pytest.mark.parametrize("season", PUBLISHED, ids=lambda season: season.league)
def test_the_extreme_teams_match_to_the_kilometre(season: Published) -> None:
    by_km = {team.team: km(team.three_day_rule_m) for team in report_on(season).travel}

    least, least_km = season.least
    most, most_km = season.most
    assert by_km[TeamId(least)] == min(by_km.values()) == least_km
    assert by_km[TeamId(most)] == max(by_km.values()) == most_km


@pytest.mark.parametrize("season", PUBLISHED, ids=lambda season: season.league)
def test_the_trips_of_several_stops_are_counted(season: Published) -> None:
    found = sum(team.longer_trips for team in report_on(season).travel)

    assert found == season.longer_trips


def test_the_one_window_of_four_away_in_the_womens_season_costs_points() -> None:
    report = report_on(PUBLISHED[2])

    assert [(v.constraint, v.teams) for v in report.violations] == [
        ("not-four-of-five-away", ("ucf",))
    ]
    assert report.score.soft_penalty == 700


def test_the_two_road_mondays_of_2023_24_cost_points() -> None:
    report = report_on(PUBLISHED[1])

    assert [(v.kind, v.teams) for v in report.violations] == [
        ("road_after_home", ("west-virginia",))
    ] * 2


def test_the_published_mens_season_of_2024_25_has_no_violation() -> None:
    assert report_on(PUBLISHED[0]).violations == ()
