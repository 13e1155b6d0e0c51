"""The Atlantic Coast Conference's season of 1997-98, as its office published it."""

from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.domain.schedules.checker import check
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.placements import placements

ACC = LeagueId("acc-mbb-1997-98")


def test_the_published_season_satisfies_every_rule_and_the_model(
    mip_params: MipParams,
) -> None:
    league, schedule = (
        shipped_leagues.read(ACC),
        shipped_leagues.read_published(ACC),
    )

    model = build_model(league)
    for place in placements(schedule):
        model.add_constraint(model.x[place] == 1)

    assert check(league, schedule).violations == ()
    assert solve_problem(model.problem, mip_params).status is MipStatus.OPTIMAL


def test_exactly_the_179_seasons_of_the_literature_are_found(
    mip_params: MipParams,
) -> None:
    """Nemhauser and Trick 1998, doi:10.1287/opre.46.1.1."""
    found = enumerate_schedules(shipped_leagues.read(ACC), 1000, mip_params)

    assert found.complete
    assert len({placements(schedule) for schedule in found.schedules}) == 179
    assert placements(shipped_leagues.read_published(ACC)) in map(
        placements, found.schedules
    )
