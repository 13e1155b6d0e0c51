"""Coolings of a league in which only rules cost anything."""

from dataclasses import replace

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.instance.compiled_league import HARD, SOFT
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.search.constraint_annealing import RuleCooling
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.solution.conversion import solution_of

DARK = a_rule(VenueUnavailable, team=TeamId("A"), slots=slots("4"))
RUN = replace(
    a_rule(LongestHomeRun, max_games=1, teams=teams("A B C D")), hard=False, weight=5
)
PARAMS = ConstraintAnnealingParams(
    probing_share=0.1, max_probing_anneals=2, calibration_share=0.2
)


def a_cooling(
    state: SearchState,
    *,
    asked: list[str] | None = None,
    params: ConstraintAnnealingParams = PARAMS,
) -> RuleCooling:
    league = compile_league(Instance(a_league("A B C D", "4 11 18", (DARK, RUN))))
    games = drawn_games(league, seed=1)

    def best_of_all() -> list[tuple[int, int, int]]:
        if asked is not None:
            asked.append("best")
        return games

    return RuleCooling(league, state, games, 5000.0, params, best_of_all)


def a_walk() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())


def test_a_cooling_keeps_hard_rules_and_breaks_few_soft_ones() -> None:
    state = a_walk()
    cooling = a_cooling(state)

    for step in range(40):
        cooling.step(50, step / 40)

    assert state.has_best
    assert state.best_total[HARD] == 0
    # Four teams cannot all change sides twice: one is at home twice in a row.
    assert state.best_total[SOFT] == 5


def test_the_last_cooling_asks_for_the_best_board_of_all_workers() -> None:
    asked: list[str] = []
    cooling = a_cooling(a_walk(), asked=asked)

    for step in range(40):
        if step == 34:
            asked.clear()
        cooling.step(50, step / 40)
        if step == 34:
            before_the_last = len(asked)

    assert before_the_last == 0
    assert len(asked) == 1


def test_a_budget_of_many_moves_is_several_slow_coolings() -> None:
    asked: list[str] = []
    # 0.58 of 2,000 moves are left for slow ones; 6 games with 50 moves each are 300.
    params = replace(PARAMS, main_moves_per_game=50.0)
    cooling = a_cooling(a_walk(), asked=asked, params=params)

    for step in range(40):
        cooling.step(50, step / 40)

    # Three of four ask where to begin, and the last cooling of all.
    assert len(asked) == 4


def test_a_cooling_that_leaves_a_hard_rule_broken_makes_the_next_one_dearer() -> None:
    kept, broken = (), never_at_home("A", "B")

    assert price_at_last(broken) > price_at_last(kept)


def test_a_cooling_goes_on_where_the_last_one_ended_if_that_costs_less() -> None:
    league = compile_league(Instance(a_league("A B C D", "4 11 18", (DARK, RUN))))
    state, drawn = a_walk(), [drawn_games(league, seed) for seed in range(20)]
    worst = max(drawn, key=lambda games: solution_of(league, games).total[SOFT])
    cooling = RuleCooling(league, state, drawn[0], 5000.0, PARAMS, lambda: worst)
    for step in range(36):
        cooling.step(50, step / 40)
    ended = cooling.score()

    cooling.step(0, 36 / 40)

    assert solution_of(league, worst).total[SOFT] > 5
    assert ended == cooling.score() == (0.0, 5.0)


def never_at_home(*names: str) -> tuple[VenueUnavailable, ...]:
    return tuple(
        a_rule(VenueUnavailable, team=TeamId(name), slots=slots("4 11 18"))
        for name in names
    )


def test_a_cooling_that_leaves_more_broken_is_followed_by_one_from_the_best() -> None:
    # One of A and B has to be at home to the other.
    rules: tuple[Constraint, ...] = (*never_at_home("A", "B"), RUN)
    league = compile_league(Instance(a_league("A B C D", "4 11 18", rules)))
    state, drawn = a_walk(), [drawn_games(league, seed) for seed in range(20)]
    worst = max(drawn, key=lambda games: solution_of(league, games).total[HARD])
    cooling = RuleCooling(league, state, drawn[0], 5000.0, PARAMS, lambda: worst)
    for step in range(36):
        cooling.step(50, step / 40)
    ended, _ = cooling.score()

    cooling.step(0, 36 / 40)

    following, _ = cooling.score()
    assert following == solution_of(league, worst).total[HARD] > ended


def price_after_a_quick_cooling(main_moves_per_game: float) -> float:
    # Of each two of the three one has to be at home: less than one deviation a team.
    rules = never_at_home("A", "B", "C")
    league = compile_league(Instance(a_league("A B C D", "4 11 18", rules)))
    games = drawn_games(league, seed=1)
    params = replace(PARAMS, main_moves_per_game=main_moves_per_game)
    cooling = RuleCooling(league, a_walk(), games, 5000.0, params, lambda: games)
    for step in range(5):
        cooling.step(50, step / 40)
    return cooling.price


def test_hard_rules_begin_cheaper_where_slow_coolings_can_make_them_dearer() -> None:
    one, several = 10_000.0, 50.0

    assert price_after_a_quick_cooling(one) > price_after_a_quick_cooling(several)


# 1,100 moves are left for slow coolings: three, of 6 games with 66 moves each.
THREE_SLOW_ONES = replace(PARAMS, main_moves_per_game=66.0)
BEGINNINGS = (13, 21, 29)


def three_slow_ones(
    *, better_in_the_second: bool = False, moves_in_the_first: int = 50
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What temperature each begins at, and what hard deviations cost in it."""
    state = a_walk()
    cooling = a_cooling(state, params=THREE_SLOW_ONES)
    first, second, _ = BEGINNINGS
    initial_temperature, prices = [], []
    for step in range(35):
        if better_in_the_second and step == second + 1:
            # As if it had offered it.
            state.best_total[SOFT] -= 1
        moves = moves_in_the_first if first <= step < second else 50
        cooling.step(moves, step / 40)
        if step in BEGINNINGS:
            initial_temperature.append(cooling.initial_temperature)
            prices.append(cooling.price)
    return tuple(initial_temperature), tuple(prices)


def test_a_hot_cooling_is_followed_by_a_mild_one_and_that_by_a_hot_one() -> None:
    (first, second, third), _ = three_slow_ones()

    assert second < first <= third


def test_a_mild_cooling_that_found_a_better_board_is_followed_by_another() -> None:
    (first, second, third), _ = three_slow_ones(better_in_the_second=True)

    assert second == third < first


def test_hard_rules_become_cheaper_in_mild_coolings_but_not_below_a_half() -> None:
    _, (first, second, third) = three_slow_ones(better_in_the_second=True)

    assert first > second > third == first / 2


def test_hard_rules_are_as_dear_as_at_first_in_each_hot_cooling() -> None:
    _, (first, second, third) = three_slow_ones()

    assert second < first == third


def test_cheaper_hard_rules_do_not_make_a_mild_cooling_cooler() -> None:
    (_, second, third), prices = three_slow_ones(better_in_the_second=True)

    assert prices[2] < prices[1]
    assert third == second


def test_hard_rules_stay_as_dear_where_no_feasible_board_came_before_they_rose() -> (
    None
):
    # Without moves it comes to none, and ends at the one that it began at.
    _, (first, second, _) = three_slow_ones(moves_in_the_first=0)

    assert second == first


def price_at_last(rules: tuple[VenueUnavailable, ...]) -> float:
    league = compile_league(Instance(a_league("A B C D", "4 11 18", (*rules, RUN))))
    state, games = a_walk(), drawn_games(league, seed=1)
    params = replace(PARAMS, main_moves_per_game=50.0)
    cooling = RuleCooling(league, state, games, 5000.0, params, lambda: games)
    for step in range(40):
        cooling.step(50, step / 40)
    return cooling.price


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        ({"price": 0.0}, "price must be greater than 0"),
        ({"quick_share": 0.0}, "there must be a quick cooling"),
        ({"slow_moves_per_game": 0.0}, "slow_moves_per_game must be greater than 0"),
        ({"moves_per_call": 0}, "moves_per_call must be at least 1"),
        ({"last_share": 0.8}, "leave something for the slow cooling"),
    ],
)
def test_shares_that_leave_no_cooling_are_refused(
    shares: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ConstraintAnnealingParams(**shares)  # type: ignore[arg-type] # whole numbers have no case here


def test_a_cooling_whose_first_moves_come_late_still_cools() -> None:
    state = a_walk()
    cooling = a_cooling(state)

    for done in (0.5, 0.6, 0.9, 0.95):
        cooling.step(200, done)

    assert state.best_total[HARD] == 0


def test_where_no_board_keeps_a_hard_rule_the_one_that_breaks_it_least_is_kept() -> (
    None
):
    rules: tuple[Constraint, ...] = (*never_at_home("A", "B"), RUN)
    league = compile_league(Instance(a_league("A B C D", "4 11 18", rules)))
    state, games = a_walk(), drawn_games(league, seed=1)
    cooling = RuleCooling(league, state, games, 5000.0, PARAMS, lambda: games)

    for step in range(40):
        cooling.step(50, step / 40)

    # A and B meet at one of their halls, and nobody else must play there.
    assert state.best_total[HARD] == 1
