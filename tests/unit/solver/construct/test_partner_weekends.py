"""Starts for leagues of travel partners: one weekend for each meeting of pairs."""

import pytest

from builders import a_league, a_rule, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.leagues.formats import (
    Format,
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.checker import check
from flextime_solver.construct.partner_weekends import partner_weekend_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.solution.conversion import games_of, schedule_of, solution_of

A, B, C, D, E, F, G, H = teams("A B C D E F G H")
PAIRS = ((A, B), (C, D), (E, F), (G, H))
# Four weekends from Thursday or Friday to Saturday or Sunday.
WEEKENDS = "2/3 4/5 9/10 11/12 16/17 18/19 23/24 25/26"
PARTNERS = a_rule(TravelPartners, pairs=PAIRS)


def a_season(
    *rules: Constraint, format_: Format | None = None, days: str = WEEKENDS
) -> League:
    return a_league(
        "A B C D E F G H",
        days,
        (PARTNERS, *rules),
        format_=format_ or RoundRobin(times=1),
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pairs_meet_on_one_weekend_and_no_constraint_is_violated(seed: int) -> None:
    balance = a_rule(HomeAwayBalance, max_difference=3)
    rest = a_rule(RestDays, min_rest_days=1)
    league = a_season(balance, rest, a_rule(NoSunday, teams=teams("C")))
    instance = Instance(league)

    games = partner_weekend_games(instance, seed)

    solution = solution_of(compile_league(instance), games)
    schedule = schedule_of(instance, games_of(compile_league(instance), solution))
    assert [v.message for v in check(league, schedule).violations] == []


def test_pairs_that_must_not_meet_do_not_meet() -> None:
    missed = ((A, C), (A, D), (B, C), (B, D), (E, G), (E, H), (F, G), (F, H))
    league = a_season(format_=SomeOpponents(games=5, missed=missed))

    games = partner_weekend_games(Instance(league), seed=1)

    schedule = schedule_of(Instance(league), games)
    assert [v.message for v in check(league, schedule).violations] == []


@pytest.mark.parametrize(
    "league",
    [
        a_league("A B C D"),
        a_season(format_=PartialRoundRobin(games=7)),
        a_season(format_=RoundRobin(times=2)),
        a_season(days="4 11 18 25 32 39 46 53"),
        a_league("A B C D E F G H I J", WEEKENDS, (PARTNERS,)),
    ],
    ids=["no partners", "partial", "double", "no weekends", "teams without one"],
)
def test_leagues_of_another_kind_have_no_such_start(league: League) -> None:
    assert partner_weekend_games(Instance(league), seed=1) == []
