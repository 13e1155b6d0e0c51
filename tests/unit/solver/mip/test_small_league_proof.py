"""Proofs of small leagues by the MIP model, within a solve and alone."""

from builders import a_league, a_rule, a_schedule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import AttemptStatus, Instance
from flextime_solver.mip.small_league_proof import SmallLeagueProof, prove_small_league
from flextime_solver.params import SolveParams
from flextime_solver.solve import solve
from flextime_solver.stop import MaxRuntime

TIME_LIMIT_S = 300.0
DAYS = "4 11 18 25 32 39"
LEAGUE = a_league("A B C D", DAYS, format_=RoundRobin(times=2))


def test_a_small_league_is_solved_to_proven_optimality() -> None:
    found = solve(Instance(LEAGUE), SolveParams(), MaxRuntime(TIME_LIMIT_S), seed=1)

    assert found.status is AttemptStatus.OPTIMAL
    assert found.rank is not None
    assert found.bound is not None
    assert found.bound.points == found.rank[1] / 1000


def test_a_proof_may_start_from_an_incumbent() -> None:
    games = "A-B C-D | C-A D-B | A-D B-C | B-A D-C | A-C B-D | D-A C-B"

    found = prove_small_league(Instance(LEAGUE), a_schedule(games, DAYS), TIME_LIMIT_S)

    assert found.bound == prove_small_league(Instance(LEAGUE), None, TIME_LIMIT_S).bound


def test_a_small_infeasible_league_is_proven_impossible() -> None:
    rule = a_rule(TeamUnavailable, team=teams("A")[0], slots=slots("4"))
    league = a_league("A B C D", "4 11 18", [rule])

    assert prove_small_league(Instance(league), None, TIME_LIMIT_S).impossible


class MinuteOfMoves:
    """A minute that a million moves use up; it records the moves it was asked about."""

    def __init__(self) -> None:
        self.moves = 0

    def used(self, moves: int) -> float:
        self.moves = moves
        return moves / 1_000_000

    def remaining_s(self) -> float:
        return 60.0


def test_a_small_infeasible_league_is_proven_long_before_the_search_gives_up() -> None:
    everybody = teams("A B C D")
    # Four teams cannot all change sides twice.
    rules: list[Constraint] = [
        a_rule(LongestHomeRun, max_games=1, teams=everybody),
        a_rule(LongestAwayRun, max_games=1, teams=everybody),
    ]
    stop = MinuteOfMoves()

    found = solve(
        Instance(a_league("A B C D", "4 11 18", rules)), SolveParams(), stop, 1
    )

    assert found.status is AttemptStatus.INFEASIBLE
    assert 0 < stop.moves < 10_000


def test_locked_instances_and_large_leagues_have_an_empty_proof() -> None:
    locked = Instance(LEAGUE, a_schedule("A-B C-D", DAYS))
    days = " ".join(str(7 * week) for week in range(1, 19))
    letters = "A B C D E F G H I J"
    large = Instance(a_league(letters, days, format_=RoundRobin(times=2)))

    assert prove_small_league(locked, None, TIME_LIMIT_S) == SmallLeagueProof()
    assert prove_small_league(large, None, TIME_LIMIT_S) == SmallLeagueProof()
