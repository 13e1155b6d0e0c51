"""What counting finds impossible in windows of television and of rivals."""

import pytest

from builders import a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.leagues.formats import RoundRobin
from preflights import found

DOUBLE = RoundRobin(times=2)


def test_a_window_with_a_minimum_above_half_of_the_teams_is_rejected() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 11"), min_games=3)

    assert found(rule) == ["/constraints/0/slots/0", "/constraints/0/slots/1"]


def test_a_window_without_a_host_is_rejected() -> None:
    hosts = [
        a_rule(VenueUnavailable, id=f"closed-{team}", team=team, slots=slots("4"))
        for team in teams("A B C D")
    ]
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=1)

    assert "/constraints/4/slots/0" in found(*hosts, rule, days="4/5 11 18")


def test_featured_teams_limit_the_games_of_a_window() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=2, featuring=teams("A"))

    assert found(rule) == ["/constraints/0/slots/0"]


def test_the_windows_of_one_round_share_its_games() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 5 6"), min_games=1)

    assert found(rule, days="4/5/6 11 18") == ["/calendar/rounds/0"]


def test_the_windows_of_a_season_share_its_games() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 11 18 25"), min_games=2)

    assert found(rule, days="4 11 18 25") == ["/constraints"]


def test_the_minimum_of_a_window_cannot_exceed_the_maximum_of_another_rule() -> None:
    wanted = a_rule(TvWindowDemand, id="more", slots=slots("4"), min_games=2)
    allowed = a_rule(TvWindowDemand, id="less", slots=slots("4"), max_games=1)

    assert found(wanted, allowed) == ["/constraints/0/slots/0"]


def test_a_rivalry_needs_rounds_in_its_window() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4 5"), min_games=2)
    problems = found(rule, days="4/5 11 18 25 32 39", format_=DOUBLE)

    assert problems == ["/constraints/0/slots"]


@pytest.mark.parametrize(
    ("closed", "rejected"),
    [
        ((a_rule(TeamUnavailable, team="A", slots=slots("4")),), True),
        ((a_rule(VenueUnavailable, team="A", slots=slots("4")),), False),
        ((a_rule(VenueUnavailable, team="B", slots=slots("4")),), False),
        (
            (
                a_rule(VenueUnavailable, id="a", team="A", slots=slots("4")),
                a_rule(VenueUnavailable, id="b", team="B", slots=slots("4")),
            ),
            True,
        ),
    ],
)
def test_a_rivalry_needs_both_teams_and_one_venue(
    closed: tuple[Constraint, ...],
    rejected: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    rule = a_rule(RivalryWindow, id="rivals", teams=teams("A B"), slots=slots("4"))

    problems = found(rule, *closed, days="4 11 18 25")
    assert problems == (["/constraints/0/slots"] if rejected else [])


def test_a_rivalry_cannot_meet_more_often_than_the_format_allows() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4 11"), min_games=2)

    assert found(rule) == ["/constraints/0/min_games"]
