"""Latency of each endpoint in its handler, beside a bare FastAPI + Mangum echo.

Handler and echo run in this process on events of API Gateway, in turn; AWS is moto in
this process too, so the figures hold the SDK's work and moto's, no network.
"""

import json
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from itertools import count
from pathlib import Path

import boto3
from moto import mock_aws

from benchmark import bare_app
from benchmark.figures import Spread, table
from benchmark.requests import Handler, Request, ask
from contract.store.tables import create_table
from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.serialization.json_documents import write_league, write_schedule

CALLS = 40
LEAGUE = LeagueId("big12-mbb-2024-25")

Make = Callable[[], Request]


def main() -> None:
    # Metrics go to standard output, as CloudWatch wants them.
    with _aws(), Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        from api.app import handler  # noqa: PLC0415 - imported in its environment

        echo = _spread(bare_app.handler, lambda: Request("GET", "/echo"))
        rows = [_row("bare echo", echo, echo)]
        for name, make in _endpoints(handler):
            rows.append(_row(name, _spread(handler, make), echo))
    head = ("endpoint", "p50 ms", "p99 ms", "p50 times bare")
    print(table(f"Latency of {CALLS} calls each, store in memory (moto)", head, rows))


def _row(name: str, spread: Spread, bare: Spread) -> tuple[str, str, str, str]:
    ratio = f"{spread.p50 / bare.p50:.1f}"
    return name, f"{spread.p50:.2f}", f"{spread.p99:.2f}", ratio


def _spread(handler: Handler, make: Make) -> Spread:
    ask(handler, make())
    samples_ms = []
    for _ in range(CALLS):
        request = make()
        begin_s = time.perf_counter()
        ask(handler, request)
        samples_ms.append(1000 * (time.perf_counter() - begin_s))
    return Spread.of(samples_ms)


def _endpoints(handler: Handler) -> Iterator[tuple[str, Make]]:
    """Names and requests, in an order in which each finds what it needs."""
    yield "GET /health", lambda: Request("GET", "/health")
    yield "GET /v1/me", lambda: Request("GET", "/v1/me")
    ask(handler, _import_league())
    yield "GET /v1/leagues/{id}", lambda: Request("GET", f"/v1/leagues/{LEAGUE}")
    yield "POST /v1/schedules", _new_schedule
    made = ask(handler, _new_schedule())
    path = f"/v1/schedules/{made.json()['id']}"
    yield "GET /v1/schedules", lambda: Request("GET", "/v1/schedules")
    yield "GET /v1/schedules/{id}", lambda: Request("GET", path)
    yield "PATCH /v1/schedules/{id}", lambda: _rename(handler, path)
    yield "GET …/games", lambda: Request("GET", f"{path}/games")
    yield "GET …/constraints", lambda: Request("GET", f"{path}/constraints")
    rule_number = count()
    yield "POST …/constraints", lambda: _new_rule(path, next(rule_number))
    yield "POST …/validate", lambda: Request("POST", f"{path}/validate")
    yield "GET …/analysis", lambda: Request("GET", f"{path}/analysis")


def _import_league() -> Request:
    body = _json(write_league(shipped_leagues.read(LEAGUE)))
    return Request("POST", "/v1/leagues", body)


def _new_schedule() -> Request:
    published = _json(write_schedule(shipped_leagues.read_published(LEAGUE)))
    body = {"name": "Benchmark", "league": LEAGUE, "games": published["games"]}
    return Request("POST", "/v1/schedules", body)


def _rename(handler: Handler, path: str) -> Request:
    etag = ask(handler, Request("GET", path)).headers["etag"]
    return Request("PATCH", path, {"name": "Renamed"}, (("if-match", etag),))


def _new_rule(path: str, number: int) -> Request:
    rule = {
        "kind": "rest_days",
        "id": f"rest-{number}",
        "hard": False,
        "min_rest_days": 1,
    }
    return Request("POST", f"{path}/constraints", rule)


def _json(document: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(document)
    return found


@contextmanager
def _aws() -> Iterator[None]:
    """A table and a bucket in moto, and the environment that names them."""
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "TABLE_NAME": "flextime",
        "BUCKET_NAME": "flextime",
        "STATE_MACHINE_ARN": "arn:aws:states:us-east-1:123456789012:stateMachine:none",
        "POWERTOOLS_TRACE_DISABLED": "true",
        "POWERTOOLS_METRICS_NAMESPACE": "FlexTime",
        "POWERTOOLS_SERVICE_NAME": "api",
        "POWERTOOLS_LOG_LEVEL": "ERROR",
    }
    logging.disable(logging.INFO)
    with mock_aws():
        create_table(boto3.client("dynamodb"), "flextime")
        boto3.client("s3").create_bucket(Bucket="flextime")
        yield


if __name__ == "__main__":
    main()
