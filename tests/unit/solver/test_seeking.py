from builders import a_league, a_rule, slots
from flextime.domain.attempts import Instance
from flextime.domain.constraints.venue_dark import VenueDark
from flextime.domain.ids import TeamId
from flextime_solver.model.compile import compile_league
from flextime_solver.model.compiled import HARD
from flextime_solver.model.schedules import board_of, games_in
from flextime_solver.params import MoveWeights
from flextime_solver.search.construct import drawn_games
from flextime_solver.search.seeking import Seeking
from flextime_solver.search.walk import new_walk


def a_league_with_dark_halls(days: str) -> Instance:
    """A and B have no hall on these days."""
    rules = tuple(
        a_rule(VenueDark, team=TeamId(team), slots=slots(days)) for team in "AB"
    )
    return Instance(a_league("A B C D", "4 11 18", rules))


def test_the_best_board_is_scored_by_the_leagues_own_weights() -> None:
    league = compile_league(a_league_with_dark_halls("4 11 18"))
    walk = new_walk(1, MoveWeights().as_array())
    seeking = Seeking(league, walk, drawn_games(league, seed=1))

    for _ in range(5):
        seeking.step(100, done=0.9)

    best = games_in(league, *walk.best)
    assert walk.best_total[HARD] == board_of(league, best).total[HARD]
    assert walk.best_total[HARD] > 0


def test_the_first_board_that_keeps_all_rules_is_offered_to_the_search() -> None:
    league = compile_league(a_league_with_dark_halls("4"))
    walk = new_walk(1, MoveWeights().as_array())
    seeking = Seeking(league, walk, drawn_games(league, seed=1))

    seeking.step(500, done=0.5)

    assert walk.has_best
    assert walk.best_total[HARD] == 0


def test_a_board_near_to_keeping_all_is_tried_warm_and_then_hot_again() -> None:
    dark = "4 11 18 25 32"
    rules = tuple(
        a_rule(VenueDark, team=TeamId(team), slots=slots(dark)) for team in "AB"
    )
    # One of A and B has to receive the other: a deviation that nothing mends.
    league = compile_league(Instance(a_league("A B C D E F", dark, rules)))
    walk = new_walk(1, MoveWeights().as_array())
    seeking = Seeking(league, walk, drawn_games(league, seed=1))
    hottest = []

    for _ in range(4):
        for done in (0.0, 0.5, 0.9):
            seeking.step(2000, done)
        hottest.append(seeking.hottest)

    assert walk.best_total[HARD] == 1
    warm, hot = min(hottest), max(hottest)
    assert warm < hot
    assert hottest[1:] in ([warm, hot, warm], [hot, warm, hot])
