"""From a league to a run, as a client does it."""

from fakes.services import RecordingWorkflow
from flextime.bootstrap import Application
from functional.api.gateway import Gateway


def test_a_shipped_league_becomes_a_schedule_with_a_run(
    api: Gateway, application: Application
) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json
    league = api.post("/v1/leagues", demo["league"])
    new = {"name": "Season", "league": league.json["id"]}
    schedule = api.post("/v1/schedules", new)
    run = api.post(f"{schedule.headers['location']}/runs", {"time_limit_s": 5})

    assert (league.status, schedule.status, run.status) == (201, 201, 202)
    progress = api.get(run.headers["location"]).json
    assert progress["run"]["status"] == "queued"
    assert progress["run"]["parameters"]["time_limit_s"] == 5
    assert isinstance(application.workflow, RecordingWorkflow)
    assert application.workflow.runs == [("big12", run.json["id"])]


def test_the_evaluation_of_a_published_schedule_equals_its_baseline(
    api: Gateway,
) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json
    api.post("/v1/leagues", demo["league"])
    games = demo["published_schedule"]["games"]
    new = {"name": "Published", "league": demo["league"]["id"], "games": games}
    schedule = api.post("/v1/schedules", new).headers["location"]

    analysis = api.get(f"{schedule}/analysis").json
    assert analysis["feasible"]
    assert analysis["score"]["hard_violations"] == 0
    assert analysis["travel_total"]["three_day_rule_km"] == 336_701
