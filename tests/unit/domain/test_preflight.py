"""What counting finds impossible, and where. That it never errs is a property."""

from collections.abc import Iterable
from typing import Any

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.away_window import AwayWindow
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.rivalry_window import RivalryWindow
from flextime.domain.constraints.season_edge import SeasonEdge
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.constraints.venue_dark import VenueDark
from flextime.domain.constraints.weekend_home_minimum import WeekendHomeMinimum
from flextime.domain.formats import PartialRoundRobin, RoundRobin, SomeOpponents
from flextime.domain.preflight import preflight

DOUBLE = RoundRobin(times=2)
THREE_SATURDAYS = "4 11 18"


def found(*rules: Constraint, days: str = THREE_SATURDAYS, **league: Any) -> list[str]:  # noqa: ANN401 - what a_league takes
    """Distinct places that preflight points at, for four teams if not said."""
    problems = preflight(a_league(days=days, rules=rules, **league))
    return list(dict.fromkeys(problem.pointer for problem in problems))


def sentences(*rules: Constraint, days: str = THREE_SATURDAYS) -> Iterable[str]:
    return (p.message for p in preflight(a_league(days=days, rules=rules)))


def test_a_league_that_can_be_played_has_no_problem() -> None:
    assert found() == []


def test_a_league_of_one_team_is_refused() -> None:
    assert found(letters="A") == ["/teams"]


def test_fewer_rounds_than_games_are_refused() -> None:
    assert found(days="4 11") == ["/calendar/rounds"]
    assert "season has 2 rounds" in next(iter(sentences(days="4 11")))


def test_an_odd_number_of_teams_needs_a_round_more() -> None:
    assert found(letters="A B C", days="4 11") == ["/calendar/rounds"]
    assert found(letters="A B C", days="4 11 18") == []


def test_odd_teams_times_odd_games_are_refused() -> None:
    assert "/format/games" in found(letters="A B C", format_=SomeOpponents(games=1))


def test_more_games_than_pairs_allow_are_refused() -> None:
    seven = PartialRoundRobin(games=7)

    assert found(format_=seven, days="4 11 18 25 32 39 46") == ["/format/games"]


def test_fewer_games_than_the_pairs_must_have_are_refused() -> None:
    assert found(format_=PartialRoundRobin(games=2)) == ["/format"]


def test_twice_pairs_that_do_not_add_up_are_refused() -> None:
    one_pair = PartialRoundRobin(games=4, twice=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(format_=one_pair, days="4 11 18 25") == ["/format/twice"]


def test_too_few_opponents_left_to_meet_are_refused() -> None:
    missed = SomeOpponents(games=3, missed=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(format_=missed) == ["/format/games"]


def test_a_pair_has_no_room_where_one_of_the_two_has_all_its_games() -> None:
    taken = SomeOpponents(games=1, protected=(("A", "B"),), missed=(("C", "D"),))  # type: ignore[arg-type]  # letters

    assert found(format_=taken) == ["/format/games"]


def test_half_of_an_odd_number_at_home_is_refused() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)

    assert found(balance) == ["/constraints/0/max_difference"]
    assert found(a_rule(HomeAwayBalance, max_difference=1)) == []


def test_a_soft_or_inactive_rule_is_not_looked_at() -> None:
    assert found(a_rule(HomeAwayBalance, hard=False)) == []
    assert found(a_rule(HomeAwayBalance, active=False)) == []


def test_a_date_that_a_team_cannot_play_takes_a_round() -> None:
    exams = a_rule(TeamUnavailable, team="A", slots=slots("11"))

    assert "/calendar/rounds" in found(exams)
    assert found(exams, days="4 10/11 18") == []


def test_two_slots_of_one_round_are_room_for_one_game() -> None:
    exams = a_rule(TeamUnavailable, team="A", slots=slots("18"))

    assert any("room for 2" in s for s in sentences(exams, days="4/5 11 18"))


def test_a_team_that_never_plays_on_sundays_loses_sunday_rounds() -> None:
    assert "/calendar/rounds" in found(
        a_rule(NoSunday, teams=teams("A")), days="4 12 18"
    )


def test_rests_take_rounds() -> None:
    assert found(a_rule(RestDays, min_rest_days=6)) == []
    assert found(a_rule(RestDays, min_rest_days=7)) == ["/calendar/rounds"]


def test_the_longest_rest_of_several_rules_counts() -> None:
    short = a_rule(RestDays, id="short", min_rest_days=1)
    long = a_rule(RestDays, id="long", min_rest_days=7)

    assert found(short, long) == found(long, short) == ["/calendar/rounds"]


def test_too_few_weeks_for_the_games_are_refused() -> None:
    days = "6 8 10"

    assert found(a_rule(GamesPerWeek, max_games=2), days=days) == [
        "/constraints/0/max_games"
    ]
    assert found(a_rule(GamesPerWeek, max_games=3), days=days) == []


def test_two_teams_that_can_never_play_on_the_same_day_are_refused() -> None:
    rules = (
        a_rule(TeamUnavailable, id="a", team="A", slots=slots("4 11 18")),
        a_rule(TeamUnavailable, id="b", team="B", slots=slots("25 32 39")),
    )
    problems = preflight(a_league(days="4 11 18 25 32 39", rules=rules))

    (problem,) = problems
    assert problem.message == (
        "A and B must meet 1 times, and there are 0 rounds in which both can play and"
        " one can host"
    )


def test_a_venue_dark_all_season_is_refused_where_home_games_are_needed() -> None:
    dark = a_rule(VenueDark, team="A", slots=slots(THREE_SATURDAYS))
    balance = a_rule(HomeAwayBalance, max_difference=1)

    assert found(dark) == []
    assert found(dark, balance) == ["/constraints/1/max_difference"]


def test_a_double_round_robin_needs_dates_to_host() -> None:
    dark = a_rule(VenueDark, team="A", slots=slots("4 11 18 25"))

    assert "/format" in found(dark, days="4 11 18 25 32 39", format_=DOUBLE)


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(LongestAwayRun, max_games=1, teams=teams("A")),
        a_rule(AwayWindow, max_away=0, games=1, teams=teams("A")),
        a_rule(SeasonEdge, edge="first", games=2, min_home=1, teams=teams("A")),
        a_rule(WeekendHomeMinimum, min_games=1, teams=teams("A")),
    ],
)
def test_a_rule_that_needs_home_games_needs_dates_to_host(rule: Constraint) -> None:
    dark = a_rule(VenueDark, team="A", slots=slots(THREE_SATURDAYS))

    assert found(rule) == []
    assert found(rule, dark)[0].startswith("/constraints/0/")


@pytest.mark.parametrize(
    ("where", "dark", "refused"),
    [
        ("any", "4 11 18 25", True),
        ("any", "4 11 18", False),
        ("first", "4 11 18 25", False),
        ("first", "4 11 18 25 32", True),
    ],
)
def test_windows_that_do_not_overlap_each_need_home_games(
    where: str,
    dark: str,
    refused: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    one_of_two = a_rule(AwayWindow, max_away=1, games=2, where=where)
    closed = a_rule(VenueDark, team="A", slots=slots(dark))

    problems = found(one_of_two, closed, letters="A B C D E F", days="4 11 18 25 32")
    assert problems == (["/constraints/0/max_away"] if refused else [])


@pytest.mark.parametrize(("games", "refused"), [(3, True), (4, False)])
def test_a_window_longer_than_the_season_needs_nothing(
    games: int,
    refused: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    window = a_rule(AwayWindow, max_away=2, games=games)
    dark = a_rule(VenueDark, team="A", slots=slots(THREE_SATURDAYS))

    assert bool(found(window, dark)) is refused


def test_a_balance_of_other_teams_needs_nothing_of_this_one() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=1, teams=teams("B"))
    dark = a_rule(VenueDark, team="A", slots=slots(THREE_SATURDAYS))

    assert found(balance, dark) == []


def test_rules_that_need_more_home_and_away_games_than_there_are_clash() -> None:
    home = a_rule(WeekendHomeMinimum, min_games=3, teams=teams("A"))
    away = a_rule(LongestHomeRun, max_games=2, teams=teams("A"))
    edge = a_rule(SeasonEdge, edge="last", games=1, min_away=1, teams=teams("A"))

    assert found(home, away) == ["/constraints/0/min_games"]
    assert found(home, edge) == ["/constraints/0/min_games"]


def test_more_weekend_home_games_than_weekend_rounds_are_refused() -> None:
    rule = a_rule(WeekendHomeMinimum, min_games=2, teams=teams("A"))

    assert found(rule, days="4 8 15") == ["/constraints/0/min_games"]
    assert found(rule, days="4 8 12") == []


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (
            a_rule(VenueDark, team="A", slots=slots("4")),
            "B at A cannot be on 4, where the venue of A is dark",
        ),
        (
            a_rule(TeamUnavailable, team="B", slots=slots("4")),
            "B at A cannot be on 4, where B cannot play",
        ),
    ],
)
def test_a_fixed_game_on_a_closed_date_is_refused(
    other: Constraint, reason: str
) -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4"))

    assert reason in sentences(fixed, other, days="4 11 18 25")
    assert "/constraints/0/slots" in found(fixed, other, days="4 11 18 25")


def test_a_fixed_game_with_another_open_date_is_fine() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4 11"))
    dark = a_rule(VenueDark, team="A", slots=slots("4"))

    assert found(fixed, dark) == []


def test_a_fixed_game_on_a_sunday_of_a_team_that_plays_none_is_refused() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("12"))
    never = a_rule(NoSunday, teams=teams("B"))

    assert found(fixed, never, days="4 11/12 18") == ["/constraints/0/slots"]


def test_two_fixed_games_of_one_team_in_one_round_are_refused() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="C", away="A", slots=slots("5"))

    assert found(one, other, days="4/5 11 18") == ["/constraints/1/slots"]
    assert found(one, other, days="4 5 11") == []


def test_the_same_fixed_game_twice_is_one_game() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="A", away="B", slots=slots("4"))

    assert found(one, other) == []


@pytest.mark.parametrize(("home", "away"), [("A", "C"), ("C", "B"), ("B", "A")])
def test_another_fixed_game_of_a_team_in_the_same_slot_is_refused(
    home: str, away: str
) -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home=home, away=away, slots=slots("4"))

    assert found(one, other) == ["/constraints/1/slots"]


def test_fixed_games_need_the_rest_between_them() -> None:
    one = a_rule(FixedGame, id="one", home="A", away="B", slots=slots("4"))
    other = a_rule(FixedGame, id="other", home="C", away="A", slots=slots("5"))
    rest = a_rule(RestDays, min_rest_days=1)

    assert "/constraints/1/slots" in found(one, other, rest, days="4 5 11 18")


def test_a_fixed_game_of_teams_that_do_not_meet_is_refused() -> None:
    fixed = a_rule(FixedGame, home="A", away="B", slots=slots("4"))
    missed = SomeOpponents(games=2, missed=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(fixed, format_=missed) == ["/constraints/0"]


def test_a_window_that_wants_more_games_than_there_are_teams_for_is_refused() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 11"), min_games=3)

    assert found(rule) == ["/constraints/0/slots/0", "/constraints/0/slots/1"]


def test_a_window_without_a_host_is_refused() -> None:
    hosts = [
        a_rule(VenueDark, id=f"dark-{team}", team=team, slots=slots("4"))
        for team in teams("A B C D")
    ]
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=1)

    assert "/constraints/4/slots/0" in found(*hosts, rule, days="4/5 11 18")


def test_featured_teams_fill_no_more_games_than_they_are() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4"), min_games=2, featuring=teams("A"))

    assert found(rule) == ["/constraints/0/slots/0"]


def test_the_windows_of_one_round_share_its_games() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 5 6"), min_games=1)

    assert found(rule, days="4/5/6 11 18") == ["/calendar/rounds/0"]


def test_the_windows_of_a_season_share_its_games() -> None:
    rule = a_rule(TvWindowDemand, slots=slots("4 11 18 25"), min_games=2)

    assert found(rule, days="4 11 18 25") == ["/constraints"]


def test_a_window_cannot_want_more_than_another_rule_allows() -> None:
    wanted = a_rule(TvWindowDemand, id="more", slots=slots("4"), min_games=2)
    allowed = a_rule(TvWindowDemand, id="less", slots=slots("4"), max_games=1)

    assert found(wanted, allowed) == ["/constraints/0/slots/0"]


def test_a_rivalry_needs_rounds_in_its_window() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4 5"), min_games=2)
    problems = found(rule, days="4/5 11 18 25 32 39", format_=DOUBLE)

    assert problems == ["/constraints/0/slots"]


@pytest.mark.parametrize(
    ("closed", "refused"),
    [
        ((a_rule(TeamUnavailable, team="A", slots=slots("4")),), True),
        ((a_rule(VenueDark, team="A", slots=slots("4")),), False),
        ((a_rule(VenueDark, team="B", slots=slots("4")),), False),
        (
            (
                a_rule(VenueDark, id="a", team="A", slots=slots("4")),
                a_rule(VenueDark, id="b", team="B", slots=slots("4")),
            ),
            True,
        ),
    ],
)
def test_a_rivalry_needs_both_teams_and_one_venue(
    closed: tuple[Constraint, ...],
    refused: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    rule = a_rule(RivalryWindow, id="rivals", teams=teams("A B"), slots=slots("4"))

    problems = found(rule, *closed, days="4 11 18 25")
    assert problems == (["/constraints/0/slots"] if refused else [])


def test_a_rivalry_cannot_meet_more_often_than_the_format_has_it() -> None:
    rule = a_rule(RivalryWindow, teams=teams("A B"), slots=slots("4 11"), min_games=2)

    assert found(rule) == ["/constraints/0/min_games"]


def test_a_season_too_short_to_keep_rematches_apart_is_refused() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=8)

    assert found(rule, letters="A B", days="4 11", format_=DOUBLE) == ["/constraints/0"]
    assert found(rule, letters="A B", days="4 12", format_=DOUBLE) == []
    assert found(rule, letters="A B", days="4 11") == []
    next_game = a_rule(RematchSeparation, min_games=1, min_days=30)
    assert found(next_game, letters="A B", days="4 11", format_=DOUBLE) == []


def test_an_arena_lost_for_longer_than_an_away_run_is_refused() -> None:
    away = a_rule(LongestAwayRun, max_games=2)
    dark = a_rule(VenueDark, team="A", slots=slots("4 11 18"))
    days = "4 11 18 25 32 39"

    assert found(away, dark, days=days, format_=DOUBLE) == ["/constraints/0/max_games"]
    [problem] = preflight(a_league(days=days, rules=[away, dark], format_=DOUBLE))
    assert problem.message == (
        "A cannot host in rounds r1 to r3 and plays at least 3 of its 6 games"
        " there, all away; at most 2 in a row are allowed"
    )


def test_a_reserve_date_ends_an_away_run() -> None:
    away = a_rule(LongestAwayRun, max_games=2)
    dark = a_rule(VenueDark, team="A", slots=slots("4 11 18"))

    assert found(away, dark, days="4 11 18 25 32 39 46", format_=DOUBLE) == []
