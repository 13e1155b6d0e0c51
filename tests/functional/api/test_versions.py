import pytest

from functional.api.gateway import Gateway


def test_a_thing_has_its_version_as_etag(api: Gateway, schedule: str) -> None:
    before = api.get(schedule).etag
    after = api.patch(schedule, {"name": "Two"}, before)

    assert (before, after.status, after.etag) == ('"1"', 200, '"2"')
    assert api.get(schedule).etag == '"2"'


@pytest.mark.parametrize("part", ["", "/games/b-at-a"])
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_a_change_without_if_match_is_asked_for_one(
    api: Gateway, schedule: str, method: str, part: str
) -> None:
    body: dict[str, str] | None = {} if method == "PATCH" else None
    answer = api.send(method, schedule + part, body)

    assert (answer.status, answer.code) == (428, "precondition-required")


@pytest.mark.parametrize("part", ["", "/games/b-at-a"])
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
@pytest.mark.parametrize("etag", ['"1"', '"9"', 'W/"2"', "2", '"1", "2"', '"x"', "é"])
def test_a_change_of_another_version_is_refused(
    api: Gateway, schedule: str, method: str, part: str, etag: str
) -> None:
    api.patch(schedule, {"name": "Two"})
    body = {"name": "Three"} if method == "PATCH" and not part else None
    body = {"status": "played"} if method == "PATCH" and part else body

    answer = api.send(method, schedule + part, body, headers={"if-match": etag})
    assert (answer.status, answer.code) == (412, "stale-version")
    assert api.get(schedule).json["name"] == "Two"


def test_a_star_matches_whatever_is_there(api: Gateway, schedule: str) -> None:
    assert api.delete(f"{schedule}/games/b-at-a", "*").status == 204


def test_deleting_a_part_tells_the_wholes_new_version(
    api: Gateway, schedule: str
) -> None:
    assert api.delete(f"{schedule}/games/b-at-a").etag == api.get(schedule).etag


@pytest.mark.parametrize("known", ['"1"', 'W/"1"', "*", '"7", "1"'])
def test_what_is_known_is_not_sent_again(
    api: Gateway, schedule: str, known: str
) -> None:
    answer = api.send("GET", schedule, headers={"if-none-match": known})

    assert (answer.status, answer.body, answer.etag) == (304, b"", '"1"')


def test_what_has_changed_is_sent(api: Gateway, schedule: str) -> None:
    assert api.send("GET", schedule, headers={"if-none-match": '"0"'}).status == 200
