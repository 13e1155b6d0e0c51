"""Documents that version 0.1.0 wrote are valid and mean the same.

tests/data/v0_1_0 has leagues, schedules and tables of that version, and the scores that
its checker gave the schedules.
"""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from builders import a_league, slots
from flextime.domain.constraints import KINDS, Constraint
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import ConstraintId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import (
    read_league,
    read_schedule,
    write_league,
)
from flextime.serialization.merge_patch import patched
from flextime.serialization.tables.schedules import read_schedule_csv

FOLDER = Path(__file__).parents[2] / "data" / "v0_1_0"
ADAPTER: TypeAdapter[Constraint] = TypeAdapter(Constraint)
NAMES = ("every-kind", "partial", "series")

VENUE_DARK = '{"id": "gala", "kind": "venue_dark", "team": "A", "slots": ["4"]}'
GALA = VenueUnavailable(id=ConstraintId("gala"), team=TeamId("A"), slots=slots("4"))


def a_season(name: str) -> tuple[League, Schedule]:
    league = read_league((FOLDER / f"{name}.league.json").read_bytes())
    schedule = read_schedule((FOLDER / f"{name}.schedule.json").read_bytes(), league)
    return league, schedule


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_has_the_score_that_it_had(name: str) -> None:
    report = check(*a_season(name))

    assert {
        "hard_violations": report.score.hard_violations,
        "infeasibility": report.score.infeasibility,
        "soft_penalty": report.score.soft_penalty,
        "travel_m": report.score.travel_m,
        "penalties": {
            result.constraint: result.penalty
            for result in report.constraint_results
            if not result.satisfied
        },
    } == json.loads((FOLDER / f"{name}.score.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_the_games_of_its_schedule(name: str) -> None:
    league, schedule = a_season(name)
    table = read_schedule_csv((FOLDER / f"{name}.schedule.csv").read_bytes(), league)

    assert {(game.home, game.away, game.slot) for game in table.games} == {
        (game.home, game.away, game.slot) for game in schedule.games if game.takes_place
    }


def test_a_constraint_of_every_kind_is_read() -> None:
    league, _ = a_season("every-kind")

    assert {type(rule) for rule in league.constraints} == set(KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_a_league_that_is_written_again_is_the_same_league(name: str) -> None:
    league, _ = a_season(name)

    assert read_league(write_league(league)) == league


def test_venue_dark_is_read_as_venue_unavailable() -> None:
    rule = ADAPTER.validate_json(VENUE_DARK)

    assert rule == GALA
    assert rule.kind == "venue_unavailable"


def test_venue_dark_is_written_as_venue_unavailable() -> None:
    league = a_league(rules=[ADAPTER.validate_json(VENUE_DARK)])

    assert json.loads(write_league(league))["constraints"][0]["kind"] == (
        "venue_unavailable"
    )


def test_venue_dark_may_stand_in_a_patch() -> None:
    patch = '{"kind": "venue_dark", "slots": ["11"]}'

    after = patched(ADAPTER, GALA, patch)

    assert after == VenueUnavailable(
        id=ConstraintId("gala"), team=TeamId("A"), slots=slots("11")
    )


def test_the_json_schema_has_both_spellings() -> None:
    schema = ADAPTER.json_schema()

    assert {"venue_dark", "venue_unavailable"} <= set(
        schema["discriminator"]["mapping"]
    )
