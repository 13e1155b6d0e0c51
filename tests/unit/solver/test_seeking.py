from dataclasses import dataclass, replace

import pytest

from builders import a_league, a_rule, slots
from flextime.domain.constraints.chosen_games import ChosenGames
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import TeamId
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.hard_constraints import compile_hard_constraints
from flextime_solver.instance.scale import scores_travel
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import new_search_state
from flextime_solver.search.feasibility_search import Seeking
from flextime_solver.search.penalised_search import WeighedSearch
from flextime_solver.solution.conversion import PlacedGame, games_in, solution_of


def a_league_with_dark_halls(days: str) -> Instance:
    """A and B have no hall on these days."""
    rules = tuple(
        a_rule(VenueUnavailable, team=TeamId(team), slots=slots(days)) for team in "AB"
    )
    return Instance(a_league("A B C D", "4 11 18", rules))


def test_the_best_board_is_scored_by_the_leagues_own_weights() -> None:
    league = compile_league(a_league_with_dark_halls("4 11 18"))
    state = new_search_state(1, MoveWeights().as_array())
    seeking = Seeking(league, league, state, drawn_games(league, seed=1))

    for _ in range(5):
        seeking.step(100, done=0.9)

    best = games_in(league, *state.best)
    assert state.best_total[HARD] == solution_of(league, best).total[HARD]
    assert state.best_total[HARD] > 0


def test_the_first_board_that_keeps_all_rules_is_offered_to_the_search() -> None:
    league = compile_league(a_league_with_dark_halls("4"))
    state = new_search_state(1, MoveWeights().as_array())
    seeking = Seeking(league, league, state, drawn_games(league, seed=1))

    seeking.step(500, done=0.5)

    assert state.has_best
    assert state.best_total[HARD] == 0


def with_a_soft_rule(season: Instance) -> Instance:
    """The same season, in which C's hall is dark at a price."""
    dark = a_rule(
        VenueUnavailable, team=TeamId("C"), slots=slots("4 11 18"), hard=False
    )
    rules = (*season.league.constraints, dark)
    return Instance(replace(season.league, constraints=rules))


def test_hard_rules_alone_judge_every_board_as_hard_as_all_rules_do() -> None:
    season = with_a_soft_rule(a_league_with_dark_halls("4 11 18"))
    league = compile_league(season)
    hard_rules = compile_hard_constraints(season)
    assert scores_travel(league)
    assert not scores_travel(hard_rules)

    solutions = [drawn_games(league, seed) for seed in range(5)]

    by_all = [solution_of(league, games).total for games in solutions]
    by_hard = [solution_of(hard_rules, games).total for games in solutions]
    assert [total[HARD] for total in by_hard] == [total[HARD] for total in by_all]
    assert any(total[SOFT] for total in by_all)
    assert not any(total[SOFT] for total in by_hard)


def test_a_game_that_has_one_place_in_many_is_sought_harder() -> None:
    """Chance puts it there once in eight times: a pull of log 8, rounded."""
    eight_days = "4 11 18 25 32 39 46 53"
    game, place = (TeamId("A"), TeamId("B")), slots("53")
    needed = a_rule(ChosenGames, games=(game,), slots=place, min_games=1)
    unwanted = a_rule(ChosenGames, games=(game,), slots=slots("4"), max_games=0)
    season = Instance(a_league("A B", eight_days, (needed, unwanted)))
    league, hard_rules = compile_league(season), compile_hard_constraints(season)
    nowhere: list[PlacedGame] = []
    in_the_wrong_place = [(0, 1, 0)]

    def broken(by: CompiledLeague, games: list[PlacedGame]) -> int:
        return int(solution_of(by, games).total[HARD])

    assert broken(hard_rules, nowhere) - broken(league, nowhere) == 2 - 1
    assert broken(hard_rules, in_the_wrong_place) - broken(hard_rules, nowhere) == (
        broken(league, in_the_wrong_place) - broken(league, nowhere)
    )


def test_what_hard_rules_alone_find_is_kept_with_all_that_it_costs() -> None:
    season = with_a_soft_rule(a_league_with_dark_halls("4"))
    league = compile_league(season)
    hard_rules = compile_hard_constraints(season)
    state = new_search_state(1, MoveWeights().as_array())
    seeking = Seeking(league, hard_rules, state, drawn_games(league, seed=1))

    seeking.step(500, done=0.5)

    best = solution_of(league, games_in(league, *state.best)).total
    assert state.best_total[HARD] == 0
    assert state.best_total[SOFT] == best[SOFT] > 0


def two_teams_without_a_hall(teams: str = "A B C D E F") -> Instance:
    """One of A and B has to receive the other: a deviation that nothing mends."""
    days = " ".join(str(day) for day in range(1, len(teams.split())))
    rules = tuple(
        a_rule(VenueUnavailable, team=TeamId(team), slots=slots(days)) for team in "AB"
    )
    return Instance(a_league(teams, days, rules))


@dataclass(frozen=True)
class Step:
    """One call of a search; how many times their first weight broken rules weigh."""

    temperature: float
    learns: bool
    times_as_heavy: float


def steps_of(
    calls: list[tuple[int, float]],
    monkeypatch: pytest.MonkeyPatch,
    season: Instance | None = None,
) -> list[Step]:
    """What the searches do in these calls of seeking: moves, and how far it is."""
    league = compile_league(season or two_teams_without_a_hall())
    state = new_search_state(1, MoveWeights().as_array())
    seeking = Seeking(league, league, state, drawn_games(league, seed=1))
    steps: list[Step] = []
    make_moves = WeighedSearch.step

    def note(
        search: WeighedSearch,
        moves: int,
        temperature: float,
        price: float,
        *,
        learns: bool = False,
    ) -> int:
        broken = int(solution_of(league, search.games).total[HARD])
        steps.append(Step(temperature, learns, search.score()[0] / broken))
        return make_moves(search, moves, temperature, price, learns=learns)

    monkeypatch.setattr(WeighedSearch, "step", note)
    for moves, done in calls:
        seeking.step(moves, done)
    return steps


def test_each_mending_begins_by_first_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = [(2000, done) for done in (0.0, 0.5, *[1.0] * 20)]

    steps = steps_of(calls, monkeypatch)

    mending = [step.times_as_heavy for step in steps if step.learns]
    first_of_each = mending[::2]
    assert len(first_of_each) == 2
    assert set(first_of_each) == {1.0}
    assert max(mending) > 1
    assert {step.times_as_heavy for step in steps if not step.learns} == {1.0}


def test_the_cooling_is_followed_by_mending_and_boards_at_all_temperatures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = [(100, done) for done in (0.0, 0.3, 0.6, 0.9, *[1.0] * 12)]

    steps = steps_of(calls, monkeypatch)

    assert [step.learns for step in steps] == 4 * [False] + 4 * [True] + 8 * [False]
    tried = [step.temperature for step in steps]
    cooling, mending, ladder = tried[:4], tried[4:8], tried[8:]
    assert cooling == sorted(cooling, reverse=True)
    assert mending == sorted(mending, reverse=True)
    replicas = sorted(set(ladder), reverse=True)
    assert len(replicas) > 2
    assert ladder == (2 * replicas)[: len(ladder)]


def test_boards_of_a_smaller_league_are_kept_warmer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = [(100, done) for done in (0.0, 0.9, *[1.0] * 8)]
    usual = two_teams_without_a_hall("A B C D E F G H I J K L M N O P")

    def temperatures(season: Instance) -> list[float]:
        with monkeypatch.context() as patch:
            return [step.temperature for step in steps_of(calls, patch, season)]

    twice_as_warm = temperatures(two_teams_without_a_hall("A B C D E F G H"))

    assert twice_as_warm == pytest.approx([2 * each for each in temperatures(usual)])


def test_games_taken_over_in_between_are_where_it_goes_on() -> None:
    league = compile_league(two_teams_without_a_hall())
    state = new_search_state(1, MoveWeights().as_array())
    seeking = Seeking(league, league, state, drawn_games(league, seed=1))
    others = drawn_games(league, seed=2)
    for done in (0.0, 0.9, 1.0, 1.0, 1.0):
        seeking.step(100, done)
    assert set(seeking.games) != set(others)

    seeking.go_on_from(others)

    assert set(seeking.games) == set(others)
