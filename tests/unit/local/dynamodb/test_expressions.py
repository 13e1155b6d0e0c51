"""Conditions, updates and projections, each on one item."""

from typing import Any

import pytest

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.condition_parser import parse_condition
from flextime_local.dynamodb.expressions.names import (
    Names,
    Values,
    check_placeholders,
)
from flextime_local.dynamodb.expressions.projections import parse_projection, project
from flextime_local.dynamodb.expressions.update_parser import parse_update

ITEM: dict[str, Any] = {
    "n": {"N": "5"},
    "label": {"S": "basketball"},
    "content_bytes": {"B": "AQID"},
    "flag": {"BOOL": True},
    "members": {"L": [{"S": "a"}, {"S": "b"}, {"M": {"deep": {"N": "1"}}}]},
    "nested": {"M": {"leaf": {"S": "x"}}},
    "tags": {"SS": ["a", "b"]},
    "token": {"S": "reserved"},
}
VALUES = {
    ":n": {"N": "5.0"},
    ":four": {"N": "4"},
    ":six": {"N": "6"},
    ":text": {"S": "basket"},
    ":ball": {"S": "ball"},
    ":a": {"S": "a"},
    ":c": {"S": "c"},
    ":kind": {"S": "N"},
    ":byte": {"B": "Ag=="},
    ":list": {"L": [{"S": "c"}]},
    ":set": {"SS": ["c", "a"]},
    ":ab": {"SS": ["b", "a"]},
}
NAMES = Names((("#t", "token"),))


@pytest.mark.parametrize(
    "text",
    [
        "n = :n",
        "n <> :four",
        "n > :four AND n < :six",
        "n BETWEEN :four AND :six",
        "n IN (:four, :n)",
        "NOT n = :four",
        "n = :four OR label <> :a AND flag <> :a",
        "(n = :four OR n = :n) AND attribute_exists(nested.leaf)",
        "attribute_not_exists(nothing)",
        "attribute_not_exists(members[7])",
        "attribute_exists(members[2].deep)",
        "attribute_type(n, :kind)",
        "begins_with(label, :text)",
        "contains(label, :ball)",
        "contains(members, :a)",
        "contains(#t, :c) or contains(tags, :a)",
        "contains(content_bytes, :byte)",
        "size(label) > size(members)",
        "tags = :ab",
        "nothing <> :a",
    ],
)
def test_a_condition_holds(text: str) -> None:
    assert parse_condition(text, NAMES).holds(ITEM, Values.of(_request(VALUES)))


@pytest.mark.parametrize(
    "text",
    [
        "n = :text",
        "n < :text",
        "nothing = :a",
        "nothing < :n",
        "NOT attribute_exists(n)",
        "contains(n, :n)",
        "begins_with(n, :n)",
        "size(nothing) < :n",
        "label < :a",
    ],
)
def test_a_condition_does_not_hold(text: str) -> None:
    assert not parse_condition(text, NAMES).holds(ITEM, Values.of(_request(VALUES)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "can not be empty"),
        ("n = ", "<EOF>"),
        ("n = :n extra", "extra"),
        ("token = :n", "reserved keyword: token"),
        ("#x = :n", "not defined; attribute name: #x"),
        ("unheard(n)", "unheard"),
        ("begins_with(n)", "number of operands: 1"),
        ("n ! :n", "!"),
    ],
)
def test_a_condition_with_a_fault_is_refused_with_its_place(
    text: str, message: str
) -> None:
    with pytest.raises(ValidationError, match=message):
        parse_condition(text, NAMES)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("SET n = n + :n", {"n": {"N": "10"}}),
        ("SET n = :six - n", {"n": {"N": "1"}}),
        ("SET extra = if_not_exists(n, :six)", {"extra": {"N": "5"}}),
        ("SET extra = if_not_exists(nothing, :six)", {"extra": {"N": "6"}}),
        (
            "SET nested.#t = :a",
            {"nested": {"M": {"leaf": {"S": "x"}, "token": {"S": "a"}}}},
        ),
        (
            "SET members = list_append(:list, :list)",
            {"members": {"L": [{"S": "c"}] * 2}},
        ),
        ("ADD n :n", {"n": {"N": "10"}}),
        ("ADD extra :n", {"extra": {"N": "5"}}),
        ("ADD tags :set", {"tags": {"SS": ["a", "b", "c"]}}),
        ("DELETE tags :set", {"tags": {"SS": ["b"]}}),
        ("SET n = label, label = n", {"n": ITEM["label"], "label": ITEM["n"]}),
    ],
)
def test_an_update_changes_the_item(text: str, changed: dict[str, Any]) -> None:
    update = parse_update(text, NAMES)

    assert update.applied(ITEM, Values.of(_request(VALUES))) == ITEM | changed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("REMOVE members[0], members[1]", {"L": [ITEM["members"]["L"][2]]}),
        ("REMOVE members[2].deep", {"L": [{"S": "a"}, {"S": "b"}, {"M": {}}]}),
        (
            "SET members[1] = :c",
            {"L": [{"S": "a"}, {"S": "c"}, ITEM["members"]["L"][2]]},
        ),
        ("SET members[9] = :c", {"L": [*ITEM["members"]["L"], {"S": "c"}]}),
    ],
)
def test_members_of_a_list_are_changed(text: str, left: dict[str, Any]) -> None:
    update = parse_update(text, NAMES)

    assert update.applied(ITEM, Values.of(_request(VALUES)))["members"] == left


def test_a_set_without_members_and_a_removed_attribute_are_gone() -> None:
    update = parse_update("DELETE tags :ab REMOVE n", NAMES)

    left = update.applied(ITEM, Values.of(_request(VALUES)))

    assert left.keys() == ITEM.keys() - {"tags", "n"}


@pytest.mark.parametrize(
    "text",
    [
        "SET n = nothing",
        "SET n = label + :n",
        "SET nothing.leaf = :n",
        "SET n.leaf = :n",
        "ADD label :n",
        "DELETE n :n",
        "ADD n :set",
    ],
)
def test_an_update_that_does_not_fit_the_item_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        parse_update(text, NAMES).applied(ITEM, Values.of(_request(VALUES)))


@pytest.mark.parametrize(
    "text",
    [
        "SET n = :n, n = :six",
        "SET nested = :a REMOVE nested.leaf",
        "SET n = :n SET x = :n",
    ],
)
def test_an_update_that_writes_a_place_twice_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        parse_update(text, NAMES)


def test_a_projection_keeps_the_places_of_what_it_shows() -> None:
    paths = parse_projection("nested.leaf, members[2].deep, #t, nothing", NAMES)

    assert project(ITEM, paths) == {
        "nested": {"M": {"leaf": {"S": "x"}}},
        "members": {"L": [{"M": {"deep": {"N": "1"}}}]},
        "token": {"S": "reserved"},
    }


@pytest.mark.parametrize("kind", ["Names", "Values"])
def test_a_placeholder_that_nothing_uses_is_refused(kind: str) -> None:
    mark = "#" if kind == "Names" else ":"
    request = {
        "ConditionExpression": "a = b",
        f"ExpressionAttribute{kind}": {f"{mark}unused": "x"},
    }

    with pytest.raises(ValidationError, match=f"unused in expressions.*{mark}unused"):
        check_placeholders(request)


def _request(values: dict[str, Any]) -> dict[str, Any]:
    return {"ExpressionAttributeValues": values}
