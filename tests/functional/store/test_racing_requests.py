"""Requests that arrive together; only the table keeps them apart."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from fakes.services import RecordingWorkflow
from flextime.bootstrap import Application
from functional.api.gateway import Answer, Gateway

CALLERS = 6


def at_once(
    application: Application, ask: Callable[[Gateway, int], Answer]
) -> list[Answer]:
    """The answers to callers who all ask at the same time."""
    barrier = Barrier(CALLERS)
    api = Gateway(application)
    # FastAPI makes its routes when they are first needed, one thread at a time.
    api.get("/openapi.json")

    def call(number: int) -> Answer:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            barrier.wait()
            return ask(api, number)
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    with ThreadPoolExecutor(CALLERS) as pool:
        return list(pool.map(call, range(CALLERS)))


def test_one_of_many_runs_that_are_asked_for_together_begins(
    application: Application, schedule: str
) -> None:
    answers = at_once(application, lambda api, _: api.post(f"{schedule}/runs"))

    assert sorted(answer.status for answer in answers) == [202] + [409] * (CALLERS - 1)
    assert isinstance(application.workflow, RecordingWorkflow)
    assert len(application.workflow.runs) == 1


def test_the_same_request_sent_many_times_together_is_done_once(
    application: Application, api: Gateway, schedule: str
) -> None:
    answers = at_once(
        application, lambda api, _: api.post(f"{schedule}/runs", idempotency_key="k")
    )
    afterwards = api.post(f"{schedule}/runs", idempotency_key="k")

    done = {answer.json["id"] for answer in answers if answer.status == 202}
    others = {answer.code for answer in answers if answer.status != 202}
    assert done == {afterwards.json["id"]}
    assert others <= {"request-in-flight"}
    assert isinstance(application.workflow, RecordingWorkflow)
    assert len(application.workflow.runs) == 1


def test_of_many_who_have_read_the_same_version_one_changes_it(
    application: Application, api: Gateway, schedule: str
) -> None:
    etag = api.get(schedule).etag
    answers = at_once(
        application,
        lambda api, number: api.patch(schedule, {"name": f"N{number}"}, etag),
    )

    assert sorted(a.status for a in answers) == [200] + [412] * (CALLERS - 1)
    (winner,) = (answer for answer in answers if answer.status == 200)
    assert api.get(schedule).json["name"] == winner.json["name"]


def test_no_acknowledged_game_is_lost_and_no_revision_overwritten(
    application: Application, api: Gateway, schedule: str
) -> None:
    def add(api: Gateway, number: int) -> Answer:
        teams = ("arizona", "baylor", "byu", "kansas", "utah", "tcu", "ucf")
        home, away = teams[number], teams[number + 1]
        game = {"id": f"game-{number}", "home": home, "away": away}
        return api.post(f"{schedule}/games", game)

    answers = at_once(application, add)

    added = {answer.json["id"] for answer in answers if answer.status == 201}
    assert {answer.status for answer in answers} <= {201, 409}
    kept = api.get(schedule).json
    assert {game["id"] for game in kept["games"]} == added
    newest = api.get(f"{schedule}/revisions/{kept['revision']}").json
    assert newest["games"] == kept["games"]


def test_either_a_league_is_deleted_or_a_schedule_is_made_of_it(
    application: Application, api: Gateway, schedule: str
) -> None:
    league = api.get(schedule).json["league"]
    api.delete(schedule)

    def ask(api: Gateway, number: int) -> Answer:
        if number:
            return api.post("/v1/schedules", {"name": "Two", "league": league})
        return api.delete(f"/v1/leagues/{league}")

    deleted, *made = at_once(application, ask)

    league_is_there = api.get(f"/v1/leagues/{league}").status == 200
    schedules = api.get("/v1/schedules").json["items"]
    assert league_is_there == (deleted.status == 409)
    assert len(schedules) == sum(answer.status == 201 for answer in made)
    assert league_is_there or not schedules
