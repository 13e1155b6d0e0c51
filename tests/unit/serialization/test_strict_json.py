import pytest

from flextime.domain.errors import InvalidInput, MalformedDocument
from flextime.serialization.strict_json import ensure_well_formed


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "null",
        '{"a": [1, 2.5, "x", true, null]}',
        "9007199254740991",
        "1e308",
    ],
)
def test_json_that_all_parsers_read_alike_passes(text: str) -> None:
    ensure_well_formed(text)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 0),
        ("{", 1, 1),
        ('{\n  "a": 1,\n}', 3, 1),
        ("nul", 1, 3),
        ("NaN", 1, 1),
        ("Infinity", 1, 1),
        ("[1] 2", 1, 5),
    ],
)
def test_a_text_that_is_not_json_is_rejected_with_its_place(
    text: str, line: int, column: int
) -> None:
    with pytest.raises(MalformedDocument, match=f"line {line} column {column}"):
        ensure_well_formed(text)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"a": {"b": 9007199254740992}}', "/a/b"),
        ("[0, -9007199254740992]", "/1"),
        ('{"a~/b": 1e400}', "/a~0~1b"),
        ('{"a": ["x\\u0000"]}', "/a/0"),
        ('{"a": {"\\u0000": 1}}', "/a"),
        ('{"a": 1, "a": 2}', ""),
        ('{"x": [{"a": 1, "a": 1}]}', ""),
    ],
)
def test_unsafe_values_are_rejected_with_their_place(text: str, pointer: str) -> None:
    with pytest.raises(InvalidInput) as rejected:
        ensure_well_formed(text)

    assert [problem.pointer for problem in rejected.value.problems] == [pointer]


def test_a_document_has_at_most_fifty_thousand_values() -> None:
    ensure_well_formed("[" + "0," * 49_998 + "0]")

    with pytest.raises(InvalidInput, match="more than 50,000 values"):
        ensure_well_formed("[" + "{}," * 49_999 + "{}]")


def test_a_duplicate_name_among_many_is_found() -> None:
    names = ",".join(f'"{number}": 1' for number in range(40_000))

    with pytest.raises(InvalidInput, match="'7' occurs twice"):
        ensure_well_formed("{" + names + ', "7": 2}')
