"""Limits of texts."""

import pytest

from flextime.domain.errors import InvalidLeague
from flextime.domain.ids import TeamId, VenueId
from flextime.domain.leagues.league import Team
from flextime.domain.runs.run import MAX_REASONS, MAX_SENTENCE, bounded_reasons
from flextime.domain.schedules.games import Lock
from flextime.serialization.json_documents import parse
from flextime.serialization.type_adapters import adapter_of


def a_team(name: str, short_name: str = "KU") -> Team:
    return Team(TeamId("kansas"), name, short_name, VenueId("allen"))


@pytest.mark.parametrize(
    "name",
    ["", " ", "\t", "\u200b", "\u00a0\u2060", "\u202e", "\x00", "\ud800"],
    ids=ascii,
)
def test_a_name_without_a_visible_character_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name must have at least one visible"):
        a_team(name)


@pytest.mark.parametrize("character", ["\n", "\t", "\x07", "\x7f", "\x85", "\ud800"])
def test_a_name_has_no_control_characters(character: str) -> None:
    with pytest.raises(ValueError, match="name must not contain the control character"):
        a_team(f"Kansas{character}Jayhawks")


def test_names_of_all_scripts_are_accepted() -> None:
    for name in ("Universität", "東京", "الأهلي", "a\u0301b", "👩\u200d🎓", "q\u00a0r"):
        assert a_team(name).name == name


def test_a_message_has_the_field_and_the_limit() -> None:
    with pytest.raises(ValueError, match=r"^name must have at most 255 .* not 256$"):
        a_team("x" * 256)
    with pytest.raises(ValueError, match=r"^short_name must have at most 100"):
        a_team("Kansas", "x" * 101)


def test_a_reason_may_be_empty_and_have_lines_but_no_other_control_character() -> None:
    Lock("slot", "")
    Lock("slot", "television:\n\tESPN")
    with pytest.raises(ValueError, match=r"reason must not contain .* U\+0000"):
        Lock("slot", "\x00")
    with pytest.raises(ValueError, match="reason must have at most 2000"):
        Lock("slot", "x" * 2001)


@pytest.mark.parametrize("name", ["", " ", "x" * 256], ids=["empty", "blank", "long"])
def test_an_error_of_a_document_points_to_the_text(name: str) -> None:
    document = f"""
        {{"id": "ku", "name": "{name}", "short_name": "KU", "home_venue": "allen"}}
    """

    with pytest.raises(InvalidLeague) as refused:
        parse(adapter_of(Team), document, InvalidLeague)

    assert [problem.pointer for problem in refused.value.problems] == ["/name"]


def test_a_run_records_a_bounded_number_of_bounded_reasons() -> None:
    reasons = bounded_reasons(("x" * 5_000,) * 50)

    assert len(reasons) == MAX_REASONS
    assert max(map(len, reasons)) == MAX_SENTENCE
    assert reasons[-1] == "There are 41 more reasons."
    assert bounded_reasons(("Too few slots.",)) == ("Too few slots.",)
