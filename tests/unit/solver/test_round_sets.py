from builders import a_league
from flextime.domain.attempts import Instance
from flextime.domain.formats import RoundRobin
from flextime_solver.model.compile import compile_league
from flextime_solver.model.schedules import board_of
from flextime_solver.params import MoveWeights
from flextime_solver.score.round_sets import ROUND_WORDS
from flextime_solver.search.anneal import anneal
from flextime_solver.search.construct import drawn_games
from flextime_solver.search.walk import Move, new_walk

_ROUNDS = 70
"""More than one word of a set holds."""


def test_chains_keep_meetings_and_the_sets_of_their_rounds_in_a_long_season() -> None:
    days = " ".join(str(2 * number) for number in range(1, _ROUNDS + 1))
    format_ = RoundRobin(times=10)
    league = compile_league(
        Instance(a_league("A B C D E F G H", days, format_=format_))
    )
    board = board_of(league, drawn_games(league, seed=1))
    walk = new_walk(1, MoveWeights(date=0, venue_cycle=0.5).as_array())
    walk.temperature = 1e9

    anneal(league, board, walk, 500)

    pairs = [(a, b) for a in range(league.teams) for b in range(league.teams) if a != b]
    assert walk.accepted[Move.TEAMS_CHAIN] > 0
    assert all(board.hosted[pair] == 5 for pair in pairs)
    for host, guest in pairs:
        rounds = {
            round_
            for round_ in range(_ROUNDS)
            if board.opponent[host, round_] == guest and board.at_home[host, round_]
        }
        words = [int(word) % (1 << 64) for word in board.rounds_hosted[host, guest]]
        assert sum(1 << round_ for round_ in rounds) == sum(
            words[place] << (64 * place) for place in range(ROUND_WORDS)
        )
