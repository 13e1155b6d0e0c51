from dataclasses import replace

import pytest

from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compiler import compile_league
from flextime_solver.params import SolveParams
from flextime_solver.phases.improve import AnnealConstraints, AnnealTravel, SearchTours
from flextime_solver.pipelines import InstanceKind, pipeline_for
from flextime_solver.runtime.warm_up import small_league

TOURNAMENT = small_league(Goals(travel_model=TravelModel.CHAIN))
TRAVEL = small_league(Goals(travel_model=TravelModel.THREE_DAY_RULE))
CONSTRAINTS = small_league(Goals(travel_points_per_km=0))


@pytest.mark.parametrize(
    ("league", "kind", "improve"),
    [
        (TOURNAMENT, InstanceKind.TRAVELLING_TOURNAMENT, SearchTours),
        (TRAVEL, InstanceKind.TRAVEL, AnnealTravel),
        (CONSTRAINTS, InstanceKind.CONSTRAINTS_ONLY, AnnealConstraints),
    ],
    ids=["tournament", "travel", "constraints"],
)
def test_the_kind_of_an_instance_decides_how_it_is_improved(
    league: League, kind: InstanceKind, improve: type
) -> None:
    compiled = compile_league(Instance(league))

    assert InstanceKind.of(compiled) is kind
    assert isinstance(pipeline_for(compiled, SolveParams()).improve, improve)


def test_a_league_without_distances_is_improved_by_its_constraints() -> None:
    at_one_place = tuple(
        replace(venue, location=TRAVEL.venues[0].location) for venue in TRAVEL.venues
    )
    league = replace(TRAVEL, venues=at_one_place)

    compiled = compile_league(Instance(league))

    assert InstanceKind.of(compiled) is InstanceKind.CONSTRAINTS_ONLY
