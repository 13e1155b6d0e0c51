import pytest

from builders import a_league, a_rule, teams
from flextime.domain.attempts import Instance
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.side import Side
from flextime.domain.formats import RoundRobin
from flextime.domain.goals import Goals, TravelModel
from flextime_solver.double_round_robin.recognise import is_double_round_robin
from flextime_solver.model.compile import compile_league
from flextime_solver.model.compiled import HARD, TRAVEL, CompiledLeague
from flextime_solver.model.schedules import board_of
from flextime_solver.params import MoveWeights
from flextime_solver.records import MOST_TEAMS
from flextime_solver.search.construct import drawn_games
from flextime_solver.search.walk import new_walk
from flextime_solver.tournament.anneal import anneal_tour
from flextime_solver.tournament.recognise import games_of, is_tournament, tour_of
from flextime_solver.tournament.tour import Tour
from flextime_solver.warm_up import GOALS, small_league

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"
_RULES = (
    a_rule(LongestAwayRun, max_games=2, weight=3),
    a_rule(OpponentWindow, unit="games", length=3, side=Side.HOME, max_games=2),
    a_rule(MeetingGap, min_rounds=2, weight=2),
)
_WIDE_GAP = (a_rule(MeetingGap, min_rounds=9),)


def _compiled(
    *rules: Constraint, letters: str = "A B C D E F", days: str = _TEN_DAYS
) -> CompiledLeague:
    league = a_league(
        letters,
        days,
        rules,
        format_=RoundRobin(times=2),
        goals=Goals(travel_model=TravelModel.CHAIN, travel_points_per_km=1),
    )
    return compile_league(Instance(league))


@pytest.mark.parametrize("rules", [_RULES, _RULES[:2], _WIDE_GAP, ()], ids=len)
@pytest.mark.parametrize("temperature", [1e6, 1e4], ids=["hot", "cold"])
def test_a_tour_costs_what_its_board_costs_and_keeps_every_game(
    rules: tuple[Constraint, ...], temperature: float
) -> None:
    league = _compiled(*rules)
    tour = tour_of(league, drawn_games(league, seed=1))
    assert tour is not None

    accepted = _anneal(tour, temperature)

    assert 0 < accepted < 500
    _costs_what_its_board_costs(tour, league)


def test_a_tour_of_most_teams_fills_a_set_of_rounds() -> None:
    letters = " ".join(f"T{team}" for team in range(MOST_TEAMS))
    days = " ".join(str(4 + 7 * week) for week in range(2 * (MOST_TEAMS - 1)))
    rules = _RULES[0], a_rule(MeetingGap, min_rounds=2 * MOST_TEAMS)
    league = _compiled(*rules, letters=letters, days=days)
    tour = tour_of(league, drawn_games(league, seed=1))
    assert tour is not None

    _anneal(tour, temperature=1e6)

    _costs_what_its_board_costs(tour, league)


def _anneal(tour: Tour, temperature: float) -> int:
    """Five hundred moves; how many were accepted."""
    walk = new_walk(1, MoveWeights().as_array())
    walk.temperature, walk.hard_weight = temperature, 1e5
    anneal_tour(tour, walk, 1.0, 500)
    return int(walk.accepted.sum())


def _costs_what_its_board_costs(tour: Tour, league: CompiledLeague) -> None:
    games = games_of(league, tour.opponent, tour.home_rounds)
    total = board_of(league, games).total
    pairs = league.teams * (league.teams - 1)
    assert len({(home, away) for home, away, _ in games}) == len(games) == pairs
    assert (2 * total[HARD], total[TRAVEL]) == (tour.total_broken, tour.total_travel)


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(MeetingGap, min_rounds=2, hard=False),
        a_rule(MeetingGap, min_rounds=2, teams=teams("A B")),
        a_rule(LongestAwayRun, max_games=2, teams=teams("A B")),
        a_rule(OpponentWindow, unit="games", length=3, side=Side.HOME, max_games=1),
        a_rule(OpponentWindow, unit="rounds", length=3, side=Side.HOME, max_games=2),
    ],
    ids=["soft", "of some teams", "runs of some teams", "one of three", "in rounds"],
)
def test_other_rules_make_no_travelling_tournament(rule: Constraint) -> None:
    assert is_tournament(_compiled(*_RULES[:0]))
    assert not is_tournament(_compiled(rule))


def test_a_choice_of_dates_makes_no_travelling_tournament() -> None:
    assert not is_tournament(_compiled(days=_TEN_DAYS.replace("67", "67/68")))


def test_the_warm_up_has_every_search() -> None:
    leagues = [compile_league(Instance(small_league(goals))) for goals in GOALS]

    assert [is_tournament(league) for league in leagues] == [False, True, False]
    found = [is_double_round_robin(league) for league in leagues]
    assert found == [False, False, True]
