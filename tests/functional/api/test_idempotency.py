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


def test_the_same_request_is_done_once_and_answered_alike(api: Gateway) -> None:
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


def test_another_body_under_the_same_key_is_refused(api: Gateway) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")

    answer = api.post("/v1/venues", VENUE | {"id": "arena"}, idempotency_key="k")
    assert (answer.status, answer.code) == (422, "idempotency-key-reused")


def test_another_path_under_the_same_key_is_refused(
    api: Gateway, schedule: str
) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")

    answer = api.post(f"{schedule}/runs", VENUE, idempotency_key="k")
    assert answer.code == "idempotency-key-reused"


def test_keys_of_two_users_and_two_conferences_are_apart(
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

        answer = gateway.post("/v1/venues", venue, idempotency_key="k")
        assert "idempotency-replayed" not in answer.headers
        assert answer.status == 201


def test_a_refused_request_may_be_sent_again_with_its_key(api: Gateway) -> None:
    broken = VENUE | {"name": None}
    assert api.post("/v1/venues", broken, idempotency_key="k").status == 422

    assert api.post("/v1/venues", VENUE, idempotency_key="k").status == 201


def test_a_forbidden_request_claims_no_key(api: Gateway) -> None:
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


def test_a_crash_between_locks_the_key_only_for_a_minute(
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


def test_a_key_is_forgotten_after_a_day(api: Gateway, application: Application) -> None:
    api.post("/v1/venues", VENUE, idempotency_key="k")
    _let_pass(application, RESPONSE_LIFETIME_S)

    answer = api.post("/v1/venues", VENUE | {"id": "arena"}, idempotency_key="k")
    assert answer.status == 201


@pytest.mark.parametrize("key", [" ", "a b", "é", "x" * 129, "\x01"])
def test_a_key_is_up_to_128_visible_characters(api: Gateway, key: str) -> None:
    answer = api.post("/v1/venues", VENUE, idempotency_key=key)

    assert (answer.status, answer.code) == (422, "invalid-input")
    assert answer.json["errors"][0]["where"] == "header"


def _let_pass(application: Application, seconds: int) -> None:
    assert isinstance(application.clock, SteppingClock)
    application.clock.time += timedelta(seconds=seconds)
