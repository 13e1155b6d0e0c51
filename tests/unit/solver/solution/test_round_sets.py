from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.simulated_annealing import anneal
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import Move, new_search_state
from flextime_solver.solution.conversion import solution_of
from flextime_solver.solution.round_sets import ROUND_WORDS

_ROUNDS = 70
"""More than one word of a set holds."""


def test_chains_keep_meetings_and_the_sets_of_their_rounds_in_a_long_season() -> None:
    days = " ".join(str(2 * number) for number in range(1, _ROUNDS + 1))
    format_ = RoundRobin(times=10)
    league = compile_league(
        Instance(a_league("A B C D E F G H", days, format_=format_))
    )
    solution = solution_of(league, random_games(league, seed=1))
    state = new_search_state(1, MoveWeights(date=0, venue_cycle=0.5).as_array())
    state.temperature = 1e9

    anneal(league, solution, state, 500)

    pairs = [(a, b) for a in range(league.teams) for b in range(league.teams) if a != b]
    assert state.accepted[Move.TEAMS_CHAIN] > 0
    assert all(solution.hosted[pair] == 5 for pair in pairs)
    for host, guest in pairs:
        rounds = {
            round_
            for round_ in range(_ROUNDS)
            if solution.opponent[host, round_] == guest
            and solution.at_home[host, round_]
        }
        words = [int(word) % (1 << 64) for word in solution.rounds_hosted[host, guest]]
        assert sum(1 << round_ for round_ in rounds) == sum(
            words[place] << (64 * place) for place in range(ROUND_WORDS)
        )
