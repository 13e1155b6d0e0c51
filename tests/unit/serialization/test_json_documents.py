import json
from collections.abc import Callable
from typing import Any

import pytest

from builders import a_league, a_rule, a_schedule, slots
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.errors import InvalidLeague, InvalidSchedule, MalformedDocument
from flextime.serialization.json_documents import (
    read_league,
    read_schedule,
    write_league,
    write_schedule,
)

Document = dict[str, Any]


def a_document() -> Document:
    rules: list[Constraint] = [
        a_rule(VenueUnavailable, team="A", slots=slots("4")),
        a_rule(LongestAwayRun, max_games=2),
    ]
    document: Document = json.loads(write_league(a_league(rules=rules)))
    return document


def faults(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(InvalidLeague) as rejected:
        read_league(text)
    return [(problem.pointer, problem.message) for problem in rejected.value.problems]


def test_a_written_league_reads_back_equal() -> None:
    league = a_league(rules=[a_rule(LongestAwayRun, max_games=2)])

    assert read_league(write_league(league)) == league


def test_a_written_schedule_reads_back_equal() -> None:
    schedule = a_schedule("A-B C-D | A-C")

    assert read_schedule(write_schedule(schedule), a_league()) == schedule


def test_equal_leagues_are_written_as_equal_bytes() -> None:
    assert write_league(a_league()) == write_league(a_league())


def _without_name(document: Document) -> None:
    del document["name"]


def _with_a_misspelt_field(document: Document) -> None:
    document["constraints"][0]["slot"] = []


def _with_a_broken_number(document: Document) -> None:
    document["constraints"][1]["max_games"] = "two"


def _with_a_forbidden_number(document: Document) -> None:
    document["constraints"][1]["max_games"] = 0


def _with_an_unknown_kind(document: Document) -> None:
    document["constraints"][0]["kind"] = "curfew"


def _without_a_kind(document: Document) -> None:
    del document["format"]["kind"]


def _with_a_broken_date(document: Document) -> None:
    document["calendar"]["rounds"][2]["slots"][0]["date"] = "2025-02-30"


def _with_an_unknown_team(document: Document) -> None:
    document["constraints"][0]["team"] = "X"


def _off_the_globe(document: Document) -> None:
    document["venues"][1]["location"]["latitude"] = 91


@pytest.mark.parametrize(
    ("spoil", "pointer", "says"),
    [
        (_without_name, "/name", "this field is missing"),
        (_with_a_misspelt_field, "/constraints/0/slot", "this field is not known"),
        (_with_a_broken_number, "/constraints/1/max_games", "valid integer"),
        (
            _with_a_forbidden_number,
            "/constraints/1/max_games",
            "max_games must be at least 1",
        ),
        (_with_an_unknown_kind, "/constraints/0/kind", "'curfew'"),
        (_without_a_kind, "/format/kind", "this field is missing"),
        (_with_a_broken_date, "/calendar/rounds/2/slots/0/date", "valid date"),
        (_with_an_unknown_team, "/constraints/0/team", "with the id 'X'"),
        (_off_the_globe, "/venues/1/location/latitude", "must lie between -90 and 90"),
    ],
)
def test_an_error_has_a_pointer(
    spoil: Callable[[Document], None], pointer: str, says: str
) -> None:
    document = a_document()
    spoil(document)

    ((found, message),) = faults(json.dumps(document))
    assert found == pointer
    assert says in message
    assert not message.startswith("Value error")


@pytest.mark.parametrize("text", ["", "{", "nonsense", b"\xff\xfe", "[" * 5000])
def test_a_text_that_is_not_json_is_rejected(text: str | bytes) -> None:
    with pytest.raises(MalformedDocument, match="not JSON"):
        read_league(text)


@pytest.mark.parametrize("text", ["[]", "null", "7", '"league"'])
def test_json_that_is_not_an_object_is_rejected(text: str) -> None:
    assert faults(text) == [("", "Input should be an object")]


def test_a_slash_in_a_field_name_is_escaped() -> None:
    document = a_document()
    document["home/away~"] = 1

    assert faults(json.dumps(document)) == [
        ("/home~1away~0", "this field is not known")
    ]


def test_several_errors_are_reported_together() -> None:
    document = a_document()
    _without_name(document)
    _with_a_broken_number(document)

    assert len(faults(json.dumps(document))) == 2


def test_unknown_references_in_a_schedule_are_reported() -> None:
    document = json.loads(write_schedule(a_schedule("A-B")))
    document["games"][0]["away"] = "X"

    with pytest.raises(InvalidSchedule) as rejected:
        read_schedule(json.dumps(document), a_league())
    assert [p.pointer for p in rejected.value.problems] == ["/games/0/away"]
