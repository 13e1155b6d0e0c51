import json

import pytest

from flextime.domain.errors import InvalidInput
from flextime.domain.runs.portfolio import STRATEGIES
from flextime_solver.params import SolveParams
from flextime_solver.params_json import read_params, write_params
from flextime_solver.strategies import params_of


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_written_parameters_are_read_again_equal(strategy: str) -> None:
    params = params_of(strategy)

    assert read_params(write_params(params)) == params


def test_absent_parameters_keep_their_defaults() -> None:
    reheated = params_of("reheated")

    read = read_params('{"polish": {"final_anneal": {"share": 0.5}}}', reheated)

    assert read.polish.final_anneal.share == 0.5
    assert read.polish.final_anneal.from_best
    assert read.improve == reheated.improve


def test_an_array_replaces_its_default_as_a_whole() -> None:
    anneal = {"share": 1, "initial_temperature": 0.3, "final_temperature": 0.2}

    read = read_params(json.dumps({"improve": {"anneals": [anneal]}}))

    assert [a.initial_temperature for a in read.improve.anneals] == [0.3]


@pytest.mark.parametrize(
    ("text", "pointer", "message"),
    [
        ('{"polsh": {}}', "/polsh", "this field is not known"),
        (
            '{"polish": {"lns": {"shares": 1}}}',
            "/polish/lns/shares",
            "this field is not known",
        ),
        ('{"polish": {"lns": {"share": 1}}}', "/polish/lns", "share must be"),
        ('{"search": {"moves_per_call": 1.5}}', "/search/moves_per_call", "integer"),
        ('{"search": {"moves_per_call": "9"}}', "/search/moves_per_call", "integer"),
        ('{"search": 3}', "/search", ""),
        ('{"improve": {"anneals": [{"share": 1}]}}', "/improve/anneals/0/", "missing"),
        ('{"feasibility": {"max_share": null}}', "/feasibility/max_share", "number"),
        ("[]", "", "a JSON object"),
        ("{", "", "not JSON"),
        ('{"search": {}, "search": {}}', "", "twice"),
    ],
)
def test_a_fault_is_rejected_with_its_place(
    text: str, pointer: str, message: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_params(text)

    first = caught.value.problems[0]
    assert first.pointer.startswith(pointer)
    assert message in first.message


def test_the_defaults_are_those_of_the_default_strategy() -> None:
    assert read_params("{}") == SolveParams() == params_of("default")
