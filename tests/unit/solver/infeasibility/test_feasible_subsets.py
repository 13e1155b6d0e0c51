from builders import a_league, a_rule, a_schedule, teams
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime_solver.infeasibility.feasible_subsets import FeasibleSubsets


def test_rules_that_a_schedule_satisfies_are_known_to_be_feasible() -> None:
    (a,) = teams("A")
    at_home = a_rule(LongestHomeRun, teams=(a,), max_games=1)
    away = a_rule(LongestAwayRun, teams=(a,), max_games=1)
    known = FeasibleSubsets(a_league("A B C D", "1 2 3", [at_home, away]))

    broken = known.add(a_schedule("A-B C-D | A-C B-D | D-A B-C", "1 2 3"))

    assert broken == (at_home,)
    assert known.cover([away])
    assert not known.cover([at_home, away])
