from dataclasses import replace

import pytest

from flextime.bootstrap import Application
from functional.api.gateway import ADMIN, SCHEDULER, VIEWER, Gateway

ROUTES_OF_VIEWERS = [
    ("GET", "/v1/me"),
    ("GET", "/v1/leagues"),
    ("GET", "{schedule}"),
    ("GET", "{schedule}/games"),
    ("GET", "{schedule}/constraints"),
    ("GET", "{schedule}/analysis"),
    ("POST", "{schedule}/validate"),
    ("GET", "/v1/runs"),
    ("GET", "/v1/demo-data"),
]
ROUTES_OF_SCHEDULERS = [
    ("POST", "/v1/schedules"),
    ("PATCH", "{schedule}"),
    ("POST", "{schedule}/games"),
    ("PATCH", "{schedule}/games/b-at-a"),
    ("DELETE", "{schedule}/games/b-at-a"),
    ("POST", "{schedule}/constraints"),
    ("PATCH", "{schedule}/constraints/x"),
    ("DELETE", "{schedule}/constraints/x"),
    ("POST", "{schedule}/runs"),
    ("DELETE", "/v1/runs/x"),
]
ROUTES_OF_ADMINS = [
    ("PATCH", "/v1/conferences/big12"),
    ("POST", "/v1/teams"),
    ("PATCH", "/v1/teams/x"),
    ("DELETE", "/v1/teams/x"),
    ("POST", "/v1/venues"),
    ("PATCH", "/v1/venues/x"),
    ("DELETE", "/v1/venues/x"),
    ("POST", "/v1/leagues"),
    ("DELETE", "/v1/leagues/x"),
    ("DELETE", "{schedule}"),
]


@pytest.mark.parametrize("path", ["/health", "/openapi.json", "/docs"])
def test_health_and_documentation_need_no_token(
    application: Application, path: str
) -> None:
    assert Gateway(application, claims={}).get(path).status == 200


@pytest.mark.parametrize(
    ("method", "path"), ROUTES_OF_VIEWERS + ROUTES_OF_SCHEDULERS + ROUTES_OF_ADMINS
)
def test_all_other_routes_need_a_token(
    application: Application, schedule: str, method: str, path: str
) -> None:
    stranger = Gateway(application, claims={})

    response = stranger.send(method, path.format(schedule=schedule))
    assert (response.status, response.code) == (401, "unauthenticated")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "path"), ROUTES_OF_SCHEDULERS + ROUTES_OF_ADMINS)
def test_viewers_only_read(api: Gateway, schedule: str, method: str, path: str) -> None:
    response = api.of(groups=VIEWER).send(method, path.format(schedule=schedule))

    assert (response.status, response.code) == (403, "forbidden")


@pytest.mark.parametrize(("method", "path"), ROUTES_OF_ADMINS)
def test_schedulers_cannot_change_the_register(
    api: Gateway, schedule: str, method: str, path: str
) -> None:
    response = api.of(groups=SCHEDULER).send(method, path.format(schedule=schedule))

    assert (response.status, response.code) == (403, "forbidden")


@pytest.mark.parametrize(("method", "path"), ROUTES_OF_VIEWERS)
def test_viewers_can_read_everything(
    api: Gateway, schedule: str, method: str, path: str
) -> None:
    response = api.of(groups=VIEWER).send(method, path.format(schedule=schedule))

    assert response.status == 200


@pytest.mark.parametrize(
    "groups", ["[viewer scheduler]", "[scheduler]", "scheduler", ["scheduler"]]
)
def test_groups_are_text_or_a_list_and_the_highest_role_applies(
    api: Gateway, groups: object
) -> None:
    assert api.of(groups=groups).get("/v1/me").json["role"] == "scheduler"


@pytest.mark.parametrize(
    "groups",
    [
        *(None, "", "[]", "[owners]", ["owners"], 7, {"admin": 1}, [["admin"]]),
        # Groups of such names are others.
        *("[x,admin]", "[[admin]]", "[Admin]", "[adm in]", '"admin"'),
    ],
)
def test_a_token_without_a_role_is_forbidden(api: Gateway, groups: object) -> None:
    assert api.of(groups=groups).get("/v1/me").status == 403


@pytest.mark.parametrize(
    "tenant",
    [
        *("", "a#b", "T#big12", "../x", "Big 12", "x" * 64, "big12\n", "big12 ", "-a"),
        *("\uff42ig12", "big12\0", None, 12, ["big12"], {"big12": 1}),
    ],
)
def test_a_token_without_a_conference_is_forbidden(
    api: Gateway, tenant: object
) -> None:
    claims = {"sub": "ann", "custom:conference": tenant, "cognito:groups": ADMIN}

    assert replace(api, claims=claims).get("/v1/me").status == 403


@pytest.mark.parametrize("user", [None, "", 7, ["ann"]])
def test_a_token_without_a_user_is_rejected(api: Gateway, user: object) -> None:
    claims = {"sub": user, "custom:conference": "big12", "cognito:groups": ADMIN}

    assert replace(api, claims=claims).get("/v1/me").status == 401


def test_an_access_token_carries_no_conference_and_is_forbidden(
    application: Application,
) -> None:
    claims = {"sub": "ann", "token_use": "access", "cognito:groups": ADMIN}

    assert Gateway(application, claims=claims).get("/v1/me").status == 403


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "{schedule}"),
        ("PATCH", "{schedule}"),
        ("DELETE", "{schedule}"),
        ("GET", "{schedule}/games"),
        ("GET", "{schedule}/games/b-at-a"),
        ("POST", "{schedule}/runs"),
        ("GET", "{schedule}/analysis"),
        ("GET", "{schedule}/revisions/1"),
        ("GET", "{league}"),
        ("DELETE", "{league}"),
        ("GET", "/v1/conferences/big12"),
    ],
)
def test_resources_of_another_conference_are_not_found(
    api: Gateway, league: str, schedule: str, method: str, path: str
) -> None:
    other = api.of(tenant="acc")
    body: dict[str, str] | None = None if method in {"GET", "DELETE"} else {}

    response = other.send(
        method,
        path.format(schedule=schedule, league=league),
        body,
        headers={"if-match": "*"},
    )
    assert (response.status, response.code) == (404, "not-found")


def test_lists_contain_only_the_own_conference(
    api: Gateway, league: str, schedule: str
) -> None:
    assert api.get("/v1/leagues").json["items"][0]["id"] == league.rpartition("/")[2]
    assert api.get("/v1/schedules").json["items"][0]["id"] in schedule
    other = api.of(tenant="acc")
    assert other.get("/v1/leagues").json["items"] == []
    assert other.get("/v1/schedules").json["items"] == []
