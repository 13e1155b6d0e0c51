from builders import a_league, a_rule, a_schedule, teams
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime_solver.infeasibility.feasible_subsets import Witnesses


def test_what_a_schedule_keeps_can_be_kept_together() -> None:
    (a,) = teams("A")
    at_home = a_rule(LongestHomeRun, teams=(a,), max_games=1)
    away = a_rule(LongestAwayRun, teams=(a,), max_games=1)
    witnesses = Witnesses(a_league("A B C D", "1 2 3", [at_home, away]))

    broken = witnesses.note(a_schedule("A-B C-D | A-C B-D | D-A B-C", "1 2 3"))

    assert broken == (at_home,)
    assert witnesses.of([away])
    assert not witnesses.of([at_home, away])
