import pytest

from builders import a_league, a_schedule
from flextime.domain.errors import InvalidSchedule
from flextime.domain.leagues.league import League, Team
from flextime.domain.schedules.games import Schedule
from flextime.serialization.tables.schedules import (
    read_schedule_csv,
    write_schedule_csv,
)

HEADER = "date,home,away\n"
SATURDAY, NEXT_SATURDAY = "2025-01-04", "2025-01-11"


def a_named_league(days: str = "4 11 18") -> League:
    """Arizona State (ASU), Kansas (KU) and Kansas State (KSU)."""
    league = a_league("A B C", days)
    named = (("Arizona State", "ASU"), ("Kansas", "KU"), ("Kansas State", "KSU"))
    teams = tuple(
        Team(team.id, name, short, team.home_venue)
        for team, (name, short) in zip(league.teams, named, strict=True)
    )
    return League(**{**league.__dict__, "teams": teams})


def read(text: str | bytes, days: str = "4 11 18") -> Schedule:
    return read_schedule_csv(text, a_named_league(days))


def games(text: str | bytes) -> list[tuple[str, str, str | None]]:
    return [(game.home, game.away, game.slot) for game in read(text).games]


def refusals(text: str | bytes, days: str = "4 11 18") -> list[tuple[str, str]]:
    with pytest.raises(InvalidSchedule) as rejected:
        read(text, days)
    return [(problem.pointer, problem.message) for problem in rejected.value.problems]


@pytest.mark.parametrize("name", ["B", "Kansas", "KU", "kansas", "ku", "  Kansas "])
def test_a_team_is_found_by_id_name_and_short_name(name: str) -> None:
    assert games(f"{HEADER}{SATURDAY},{name},ASU\n") == [("B", "A", "4")]


@pytest.mark.parametrize(
    "text",
    [
        "date;home;away\n2025-01-04;Kansas;ASU\n",
        "date\thome\taway\n2025-01-04\tKansas\tASU\n",
        "date,home,away\r\n2025-01-04,Kansas,ASU\r\n",
        "\ufeffdate,home,away\n2025-01-04,Kansas,ASU\n",
        '"date","home","away"\n"2025-01-04","Kansas","ASU"\n',
        "Away,Home,DATE\nASU,Kansas,2025-01-04\n",
        "date,home,away,score,tv\n2025-01-04,Kansas,ASU,70,ESPN\n",
        "date,home,away,score\n2025-01-04,Kansas,ASU\n",
        "date,home,away\n\n2025-01-04,Kansas,ASU,,\n\n",
        "\n\ndate,home,away\n2025-01-04,Kansas,ASU\n",
        "sep=;\ndate;home;away\n2025-01-04;Kansas;ASU\n",
        "Big 12 2024-25\ndate,home,away\n2025-01-04,Kansas,ASU\n",
        "date|home|away\n2025-01-04|Kansas|ASU\n",
        "Game Date,Home Team,Visitor\n2025-01-04,Kansas,ASU\n",
        "game_id,home_id,home_team,away_team,date\n7,99,Kansas,ASU,2025-01-04\n",
        "date,home,away\n01/04/2025,#5 Kansas,Arizona St.\n",
        'date,home,away\n"Sat, Jan 4, 2025",Kansas (5),(12) ASU\n',
        "date,home,away\n2025-01-05T01:30:00Z,Kansas,ASU\n",
        "date,home,away,conference_game\n2025-01-04,Kansas,ASU,True\n,UConn,KU,No\n",
    ],
    ids=[
        "semicolons",
        "tabs",
        "crlf",
        "byte order mark",
        "quotes",
        "other order",
        "other columns",
        "short row",
        "blank lines",
        "blank lines above",
        "a spreadsheet's separator line",
        "a title above",
        "bars",
        "other names of columns",
        "names before numbers",
        "american dates and ranks",
        "dates and ranks in words",
        "moments elsewhere",
        "games of no conference",
    ],
)
def test_tables_are_read_in_many_formats(text: str) -> None:
    assert games(text) == games(text.encode()) == [("B", "A", "4")]


def test_a_pair_may_meet_several_times() -> None:
    text = f"{HEADER}{SATURDAY},Kansas,ASU\n{NEXT_SATURDAY},Kansas,ASU\n"

    assert [game.id for game in read(text).games] == ["A-at-B", "A-at-B-2"]


def test_an_unknown_team_is_rejected_with_the_closest_one() -> None:
    ((pointer, message),) = refusals(f"{HEADER}{SATURDAY},Kansas,Kansas Stat\n")

    assert pointer == "row 2, column away"
    assert message == (
        "this league has no team called 'Kansas Stat'; did you mean Kansas State?"
    )


def test_a_name_without_a_similar_one_is_rejected_without_a_suggestion() -> None:
    assert refusals(f"{HEADER}{SATURDAY},Kansas,Zzz\n") == [
        ("row 2, column away", "this league has no team called 'Zzz'")
    ]


def test_a_date_outside_the_season_is_rejected() -> None:
    assert refusals(f"{HEADER}2025-01-05,Kansas,ASU\n") == [
        (
            "row 2, column date",
            "the season has no slot on 2025-01-05; the nearest is 2025-01-04",
        )
    ]


@pytest.mark.parametrize("text", ["4.1.2025", "2025-02-30", ""])
def test_an_invalid_date_is_rejected(text: str) -> None:
    assert refusals(f"{HEADER}{text},Kansas,ASU\n") == [
        ("row 2, column date", f"{text!r} is not a date such as 2025-01-04")
    ]


def test_a_team_against_itself_is_rejected() -> None:
    assert refusals(f"{HEADER}{SATURDAY},Kansas,KU\n") == [
        ("row 2", "Kansas cannot play itself")
    ]


@pytest.mark.parametrize(
    "row", [f"{SATURDAY},Kansas", f"{SATURDAY},Kansas,ASU,extra", "x"]
)
def test_a_row_with_another_number_of_fields_is_rejected(row: str) -> None:
    ((pointer, message),) = refusals(f"{HEADER}{row}\n")

    assert pointer == "row 2"
    assert message.endswith("but the header has 3")


def test_an_open_quote_is_rejected() -> None:
    ((pointer, _),) = refusals(f'{HEADER}{SATURDAY},Kansas,ASU\n{SATURDAY},"Kan')

    assert pointer == "row 3"


def test_every_error_is_reported_with_its_row() -> None:
    text = f"{HEADER}{SATURDAY},X1,ASU\n{SATURDAY},Kansas,ASU\n1.1.,Kansas,X2\n"

    assert [pointer for pointer, _ in refusals(text)] == [
        "row 2, column home",
        "row 4, column away",
        "row 4, column date",
    ]


@pytest.mark.parametrize("text", ["", "home,away\nKansas,ASU\n", "a schedule"])
def test_a_table_without_its_columns_is_rejected(text: str) -> None:
    assert refusals(text)[0][0] == "row 1"
    assert "the header has no column date" in refusals(text)[0][1]


def test_a_text_that_is_not_utf_8_is_rejected() -> None:
    text = f"{HEADER}{SATURDAY},Kansas,ASU\n".encode() + b"2025-01-11,K\xe4nsas,ASU\n"

    assert refusals(text) == [("row 3", "the file is not UTF-8 text")]


TWO_SLOTS = "4/04 11"
"""Slots 4 and 04 are on the same Saturday."""


def test_the_column_slot_selects_a_slot_of_the_date() -> None:
    text = f"date,home,away,slot\n{SATURDAY},Kansas,ASU,04\n"

    assert [game.slot for game in read(text, TWO_SLOTS).games] == ["04"]


@pytest.mark.parametrize("slot", ["", "5"])
def test_a_date_of_several_slots_needs_one_to_be_named(slot: str) -> None:
    text = f"date,home,away,slot\n{SATURDAY},Kansas,ASU,{slot}\n"

    assert refusals(text, TWO_SLOTS) == [
        (
            "row 2, column date",
            "2025-01-04 has several slots; use the column slot to name one: 4, 04",
        )
    ]


def test_a_written_table_reads_back_equal() -> None:
    league = a_named_league(TWO_SLOTS)
    schedule = a_schedule("A-B@04 | B-A", TWO_SLOTS)

    text = write_schedule_csv(schedule, league)
    assert text.splitlines()[:2] == [
        "date,home,away,slot",
        "2025-01-04,Arizona State,Kansas,04",
    ]
    assert read_schedule_csv(text, league) == schedule


def test_utf_16_text_of_a_spreadsheet_is_read() -> None:
    text = f"date\thome\taway\n{SATURDAY}\tKansas\tASU\n"

    assert games(text.encode("utf-16")) == [("B", "A", "4")]


def test_an_error_names_the_column_as_the_header_does() -> None:
    ((pointer, _),) = refusals(f"date,Home Team,away_team\n{SATURDAY},Kansas,X\n")

    assert pointer == "row 2, column away_team"


def test_a_game_without_a_date_or_called_off_does_not_take_place() -> None:
    text = (
        "date,home,away,status\n"
        f"TBA,Kansas,ASU,\n{SATURDAY},KSU,ASU,Postponed\n,KSU,KU,canceled\n"
    )

    assert [(g.slot, g.status.value) for g in read(text).games] == [
        (None, "scheduled"),
        (None, "postponed"),
        (None, "cancelled"),
    ]


def test_a_known_venue_is_the_venue_of_the_game() -> None:
    header = "date,home,away,neutral_site,venue\n"

    (game,) = read(f"{header}{SATURDAY},Kansas,ASU,TRUE,C-hall\n").games
    assert game.venue == "C-hall"
    (game,) = read(f"{header}{SATURDAY},Kansas,ASU,TRUE,Some Arena\n").games
    assert game.venue is None
