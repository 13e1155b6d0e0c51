import json

import pytest

from flextime.domain.errors import InvalidInput
from flextime.domain.leagues.league import Goals, TravelModel
from flextime.serialization.merge_patch import merge, patched
from flextime.serialization.type_adapters import adapter_of


# The cases of RFC 7396, appendix A.
@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_patch_merges_as_the_rfc_says(
    target: object, patch: object, result: object
) -> None:
    assert merge(target, patch) == result


def test_null_resets_a_field_to_its_default() -> None:
    goals = Goals(TravelModel.CHAIN, 3)
    patch = json.dumps({"travel_model": None})

    assert patched(adapter_of(Goals), goals, patch) == Goals(travel_points_per_km=3)


@pytest.mark.parametrize("patch", ['{"speed": 1}', '{"travel_model": "x"}', "[]", "1"])
def test_a_patch_that_gives_an_invalid_value_is_rejected(patch: str) -> None:
    with pytest.raises(InvalidInput):
        patched(adapter_of(Goals), Goals(), patch)
