import pytest

from functional.api.gateway import Gateway

OFFICE = {"latitude": 1, "longitude": 2, "time_zone": "America/Chicago"}


def test_a_conference_has_version_0_before_its_first_change(api: Gateway) -> None:
    response = api.get("/v1/conferences/big12")

    assert (response.status, response.json["name"], response.etag) == (
        200,
        "big12",
        '"0"',
    )


def test_an_admin_changes_the_conference(api: Gateway) -> None:
    first = api.patch("/v1/conferences/big12", {"name": "Big 12"}, '"0"')
    second = api.patch("/v1/conferences/big12", {"office": OFFICE}, first.etag)

    assert (first.etag, second.etag) == ('"1"', '"2"')
    assert second.json["name"] == "Big 12"
    assert api.get("/v1/conferences/big12").json == second.json


@pytest.mark.parametrize("etag", ['"0"', '"7"'])
def test_a_stale_change_of_the_conference_is_rejected(api: Gateway, etag: str) -> None:
    api.patch("/v1/conferences/big12", {"name": "Big 12"}, '"0"')

    assert api.patch("/v1/conferences/big12", {"name": "x"}, etag).status == 412


def test_the_id_of_a_conference_cannot_be_changed(api: Gateway) -> None:
    assert api.patch("/v1/conferences/big12", {"id": "acc"}).status == 422
