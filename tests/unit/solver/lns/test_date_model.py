from math import inf

from builders import a_league, a_rule
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.constraints.tv_window_demand import TvWindowDemand
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiler import compile_league
from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.params import DateModelParams
from flextime_solver.solution.conversion import solution_of


def test_games_take_the_dates_that_make_a_trip() -> None:
    # A plays at B on Wednesday or Thursday, then at C on Saturday or Sunday.
    league = a_league("A B C", "8/9 11/12", format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))
    thursday, sunday = 1, 3
    placed = [(1, 0, 0), (2, 0, sunday)]

    dated = best_dates(compiled, placed, inf, DateModelParams())

    assert solution_of(compiled, dated).total[2] == 100_000 + 100_000 + 200_000
    assert (2, 0, sunday) not in dated or (1, 0, thursday) in dated


def test_dates_keep_to_the_rules_of_slots() -> None:
    rules: list[Constraint] = [
        a_rule(NoSunday, teams=(TeamId("A"),)),
        a_rule(TvWindowDemand, slots=(SlotId("5"),), min_games=1),
    ]
    league = a_league("A B C D", "4/5", rules, format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))

    dated = best_dates(compiled, [(0, 1, 1), (2, 3, 0)], inf, DateModelParams())

    assert sorted(dated) == [(0, 1, 0), (2, 3, 1)]


def test_neighbours_may_be_two_stops_in_a_row_before_a_road_monday() -> None:
    rule = a_rule(RoadAfterHome, nearby_km=100)
    league = a_league("A B C", "4/5 6/7", [rule], format_=RoundRobin(times=1))
    compiled = compile_league(Instance(league))

    dated = best_dates(compiled, [(1, 0, 1), (2, 0, 2)], inf, DateModelParams())

    assert solution_of(compiled, dated).total[2] == 400_000
