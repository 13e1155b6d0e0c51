from decimal import Decimal

import pytest

from functional.api.gateway import Gateway


def test_the_parts_of_the_score_add_up(api: Gateway) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json
    league = demo["league"]
    for rule in league["constraints"][::2]:
        rule |= {"hard": False, "weight": 7}
    api.post("/v1/leagues", league)
    games = demo["published_schedule"]["games"]
    for game, other in zip(games[:80:2], games[1:80:2], strict=True):
        game["slot"], other["slot"] = other["slot"], game["slot"]
    games[0] |= {"slot": None, "status": "postponed"}
    new = {"name": "Mixed up", "league": league["id"], "games": games}
    schedule = api.post("/v1/schedules", new).headers["location"]

    analysis = api.get(f"{schedule}/analysis").json
    score, rules = analysis["score"], analysis["rules"]
    violations = analysis["violations"]
    soft = [part["penalty"] for part in rules if not part["hard"]]
    hard = [part["penalty"] for part in rules if part["hard"]]
    assert not analysis["feasible"]
    assert soft
    assert (sum(soft), sum(hard)) == (score["soft_penalty"], score["infeasibility"])
    assert sum(part["violations"] for part in rules) == len(violations)
    assert sum(part["penalty"] for part in rules) == sum(
        violation["penalty"] for violation in violations
    )
    travel_points = Decimal(repr(score["travel_points"]))
    assert score["soft_penalty"] + travel_points == Decimal(repr(score["objective"]))


def test_the_kilometres_of_the_teams_add_up_to_the_total(api: Gateway) -> None:
    demo = api.get("/v1/demo-data/big12-mbb-2024-25").json
    api.post("/v1/leagues", demo["league"])
    games = demo["published_schedule"]["games"]
    new = {"name": "Published", "league": demo["league"]["id"], "games": games}
    schedule = api.post("/v1/schedules", new).headers["location"]

    analysis = api.get(f"{schedule}/analysis").json
    for model, total in analysis["travel_total"].items():
        assert sum(team[model] for team in analysis["travel"]) == total


def test_games_in_the_body_are_evaluated_and_not_stored(
    api: Gateway, schedule: str
) -> None:
    evaluated = api.post(f"{schedule}/validate", {"games": []})

    assert (evaluated.status, evaluated.json["feasible"]) == (200, False)
    assert api.get(f"{schedule}/analysis").json["feasible"]
    assert api.get(schedule).etag == '"1"'


def test_a_schedule_document_can_be_evaluated_unchanged(
    api: Gateway, schedule: str
) -> None:
    document = api.get(f"{schedule}/revisions/1").json

    assert api.post(f"{schedule}/validate", document).json["feasible"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"games": [], "league": "moon"}, "/league"),
        ({"games": [{"id": "x", "home": "A", "away": "Z"}]}, "/games/0/away"),
        ({"gmaes": []}, "/gmaes"),
    ],
)
def test_games_that_do_not_belong_to_the_league_are_rejected(
    api: Gateway, schedule: str, body: object, pointer: str
) -> None:
    response = api.post(f"{schedule}/validate", body)

    assert response.status == 422
    assert pointer in [error["pointer"] for error in response.json["errors"]]
