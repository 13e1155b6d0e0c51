"""Concurrent requests, isolated by the table alone."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from fakes.services import RecordingWorkflow
from flextime.bootstrap import Application
from functional.api.gateway import Gateway, Response

CALLERS = 6


def at_once(
    application: Application, ask: Callable[[Gateway, int], Response]
) -> list[Response]:
    """The responses to callers who all ask at the same time."""
    barrier = Barrier(CALLERS)
    api = Gateway(application)
    # FastAPI makes its routes when they are first needed, one thread at a time.
    api.get("/openapi.json")

    def call(number: int) -> Response:
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


def test_one_of_many_concurrent_run_requests_succeeds(
    application: Application, schedule: str
) -> None:
    responses = at_once(application, lambda api, _: api.post(f"{schedule}/runs"))

    assert sorted(response.status for response in responses) == [202] + [409] * (
        CALLERS - 1
    )
    assert isinstance(application.workflow, RecordingWorkflow)
    assert len(application.workflow.runs) == 1


def test_concurrent_repetitions_of_a_request_are_executed_once(
    application: Application, api: Gateway, schedule: str
) -> None:
    responses = at_once(
        application, lambda api, _: api.post(f"{schedule}/runs", idempotency_key="k")
    )
    afterwards = api.post(f"{schedule}/runs", idempotency_key="k")

    done = {response.json["id"] for response in responses if response.status == 202}
    others = {response.code for response in responses if response.status != 202}
    assert done == {afterwards.json["id"]}
    assert others <= {"request-in-flight"}
    assert isinstance(application.workflow, RecordingWorkflow)
    assert len(application.workflow.runs) == 1


def test_one_of_many_concurrent_patches_of_a_version_succeeds(
    application: Application, api: Gateway, schedule: str
) -> None:
    etag = api.get(schedule).etag
    responses = at_once(
        application,
        lambda api, number: api.patch(schedule, {"name": f"N{number}"}, etag),
    )

    assert sorted(a.status for a in responses) == [200] + [412] * (CALLERS - 1)
    (winner,) = (response for response in responses if response.status == 200)
    assert api.get(schedule).json["name"] == winner.json["name"]


def test_concurrent_edits_lose_no_game_and_overwrite_no_revision(
    application: Application, api: Gateway, schedule: str
) -> None:
    def add(api: Gateway, number: int) -> Response:
        teams = ("arizona", "baylor", "byu", "kansas", "utah", "tcu", "ucf")
        home, away = teams[number], teams[number + 1]
        game = {"id": f"game-{number}", "home": home, "away": away}
        return api.post(f"{schedule}/games", game)

    responses = at_once(application, add)

    added = {response.json["id"] for response in responses if response.status == 201}
    assert {response.status for response in responses} <= {201, 409}
    kept = api.get(schedule).json
    assert {game["id"] for game in kept["games"]} == added
    newest = api.get(f"{schedule}/revisions/{kept['revision']}").json
    assert newest["games"] == kept["games"]


def test_a_league_is_either_deleted_or_referred_to(
    application: Application, api: Gateway, schedule: str
) -> None:
    league = api.get(schedule).json["league"]
    api.delete(schedule)

    def ask(api: Gateway, number: int) -> Response:
        if number:
            return api.post("/v1/schedules", {"name": "Two", "league": league})
        return api.delete(f"/v1/leagues/{league}")

    deleted, *made = at_once(application, ask)

    league_is_there = api.get(f"/v1/leagues/{league}").status == 200
    schedules = api.get("/v1/schedules").json["items"]
    assert league_is_there == (deleted.status == 409)
    assert len(schedules) == sum(response.status == 201 for response in made)
    assert league_is_there or not schedules
