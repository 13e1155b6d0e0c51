from datetime import timedelta

import pytest

from fakes.services import RecordingWorkflow, SteppingClock
from flextime.bootstrap import Application
from flextime.domain.errors import TooLarge
from flextime.usecases.transaction import RESERVATION_LIFETIME_S, RESPONSE_LIFETIME_S
from functional.api.gateway import SCHEDULER, Gateway

VENUE = {
    "id": "hall",
    "name": "Hall",
    "location": {"latitude": 1, "longitude": 2, "time_zone": "America/Chicago"},
}


def test_a_repeated_request_is_executed_once_and_gets_the_first_response(
    api: Gateway,
) -> None:
    first = api.post("/v1/venues", VENUE, idempotency_key="k")
    again = api.post("/v1/venues", VENUE, idempotency_key="k")

    assert (first.status, again.status) == (201, 201)
    assert again.body == first.body
    assert again.headers["location"] == first.headers["location"]
    assert again.etag == first.etag
    assert again.headers["idempotency-replayed"] == "true"


def test_a_run_is_started_once(
    api: Gateway, application: Application, schedule: str
) -> None:
    first = api.post(f"{schedule}/runs", idempotency_key="k")
    again = api.post(f"{schedule}/runs", idempotency_key="k")

    assert (first.status, again.status) == (202, 202)
    assert first.json["id"] == again.json["id"]
    assert isinstance(application.workflow, RecordingWorkflow)
    assert len(application.workflow.runs) == 1


def test_another_body_with_the_same_key_is_rejected(api: Gateway) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")

    response = api.post("/v1/venues", VENUE | {"id": "arena"}, idempotency_key="k")
    assert (response.status, response.code) == (422, "idempotency-key-reused")


def test_another_path_with_the_same_key_is_rejected(
    api: Gateway, schedule: str
) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")

    response = api.post(f"{schedule}/runs", VENUE, idempotency_key="k")
    assert response.code == "idempotency-key-reused"


def test_users_and_conferences_have_keys_of_their_own(
    application: Application,
) -> None:
    for tenant, user in (("big12", "ann"), ("big12", "bob"), ("acc", "ann")):
        claims = {
            "sub": user,
            "custom:conference": tenant,
            "cognito:groups": "[admin]",
        }
        gateway = Gateway(application, claims=claims)
        venue = VENUE | {"id": f"hall-of-{user}"}

        response = gateway.post("/v1/venues", venue, idempotency_key="k")
        assert "idempotency-replayed" not in response.headers
        assert response.status == 201


def test_the_key_of_a_rejected_request_can_be_used_again(api: Gateway) -> None:
    broken = VENUE | {"name": None}
    assert api.post("/v1/venues", broken, idempotency_key="k").status == 422

    assert api.post("/v1/venues", VENUE, idempotency_key="k").status == 201


def test_a_forbidden_request_reserves_no_key(api: Gateway) -> None:
    scheduler = api.of(groups=SCHEDULER)
    assert scheduler.post("/v1/venues", VENUE, idempotency_key="k").status == 403

    assert api.post("/v1/venues", VENUE, idempotency_key="k").status == 201


class DiesOnce:
    """A store whose process dies between the claim and the change."""

    def __init__(self, application: Application) -> None:
        self.store = application.store
        self.alive = True

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def commit(self, transaction: object) -> None:
        del transaction
        raise TooLarge("died")

    def release(self, tenant: object, claim: object) -> None:
        """The dead release nothing."""


def test_a_crash_before_the_commit_blocks_the_key_for_a_minute_only(
    api: Gateway, application: Application
) -> None:
    whole = application.store
    application.__dict__["store"] = DiesOnce(application)
    api.post("/v1/venues", VENUE, idempotency_key="k")
    application.__dict__["store"] = whole

    at_once = api.post("/v1/venues", VENUE, idempotency_key="k")
    _let_pass(application, RESERVATION_LIFETIME_S)
    later = api.post("/v1/venues", VENUE, idempotency_key="k")

    assert (at_once.status, at_once.code) == (409, "request-in-flight")
    assert later.status == 201


def test_a_key_expires_after_a_day(api: Gateway, application: Application) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")
    _let_pass(application, RESPONSE_LIFETIME_S)

    response = api.post("/v1/venues", VENUE | {"id": "arena"}, idempotency_key="k")
    assert response.status == 201


@pytest.mark.parametrize("key", [" ", "a b", "é", "x" * 129, "\x01"])
def test_a_key_is_up_to_128_visible_characters(api: Gateway, key: str) -> None:
    response = api.post("/v1/venues", VENUE, idempotency_key=key)

    assert (response.status, response.code) == (422, "invalid-input")
    assert response.json["errors"][0]["location"] == "header"


def _let_pass(application: Application, seconds: int) -> None:
    assert isinstance(application.clock, SteppingClock)
    application.clock.time += timedelta(seconds=seconds)
