"""The Atlantic Coast Conference's season of 1997-98, as its office published it."""

from importlib.resources import files

from flextime.documents.json_documents import read_league, read_schedule
from flextime.domain.checker import check
from flextime_solver.exact.backend import solve_problem
from flextime_solver.exact.build import build_model
from flextime_solver.exact.diverse import placements
from flextime_solver.exact.outcome import ExactParams, ExactStatus

LEAGUES = files("flextime") / "leagues"


def test_the_published_season_keeps_every_rule_and_every_row(
    params: ExactParams,
) -> None:
    league = read_league((LEAGUES / "acc-mbb-1997-98.league.json").read_bytes())
    text = (LEAGUES / "acc-mbb-1997-98.published.json").read_bytes()
    schedule = read_schedule(text, league)

    model = build_model(league)
    for place in placements(schedule):
        model.require(model.x[place] == 1)

    assert check(league, schedule).violations == ()
    assert solve_problem(model.problem, params).status is ExactStatus.OPTIMAL
