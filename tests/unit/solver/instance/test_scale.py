from dataclasses import replace

from builders import a_league, a_rule
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.scale import relative_size, scale


def test_without_travel_the_scale_is_a_few_soft_deviations(league: League) -> None:
    goals = replace(league.goals, travel_points_per_km=0)
    rule = a_rule(NoSunday, teams=(TeamId("A"),), hard=False, weight=10)
    league = replace(league, goals=goals, constraints=(rule,))

    assert scale(compile_league(Instance(league))) == 60_000


def test_the_relative_size_grows_with_the_teams_up_to_a_usual_conference() -> None:
    sizes = [
        relative_size(compile_league(Instance(a_league(" ".join(letters)))))
        for letters in ("ABCD", "ABCDEFGH", "ABCDEFGHIJKLMNOPQR")
    ]

    assert sizes == [0.25, 0.5, 1.0]
