from flextime import shipped_leagues
from functional.api.gateway import Gateway


def test_every_shipped_league_is_listed_with_its_published_schedule(
    api: Gateway,
) -> None:
    listed = [league["id"] for league in api.get("/v1/demo-data").json["items"]]

    assert listed == list(shipped_leagues.league_ids())
    for league in listed:
        demo = api.get(f"/v1/demo-data/{league}").json
        api.post("/v1/leagues", demo["league"])
        published = demo.get("published_schedule")
        assert bool(published) == (league in shipped_leagues.published_ids())
        games = published["games"] if published else []
        new = {"name": "Published", "league": league, "games": games}
        assert api.post("/v1/schedules", new).status == 201


def test_an_unknown_shipped_league_is_not_found(api: Gateway) -> None:
    assert api.get("/v1/demo-data/moon").code == "not-found"
