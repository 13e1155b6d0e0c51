"""Sharing a variable with the mirrored game leaves the set of schedules unchanged."""

from builders import a_league, a_rule, slots
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.mirrored_slots import mirrored_slots
from flextime_solver.mip.placements import placements

DAYS = "4 11 18 25 32 39"
HALVES = tuple(zip(slots("4 11 18"), slots("25 32 39"), strict=True))


def _mirrored(letters: str, *pairs: tuple[SlotId, SlotId]) -> League:
    mirror = a_rule(PairedSlots, slot_pairs=pairs)
    dark = a_rule(VenueUnavailable, team=TeamId("A"), slots=slots("25"))
    return a_league(letters, DAYS, [mirror, dark], format_=RoundRobin(times=2))


def test_a_mirrored_season_needs_half_of_the_variables() -> None:
    model = build_model(_mirrored("A B C D", *HALVES))

    assert len(model.x) == 2 * len(set(map(id, model.x.values())))


def test_a_mirrored_model_has_the_same_schedules_as_a_filtered_plain_one(
    mip_params: MipParams,
) -> None:
    """Byes included: three teams, six rounds, one team at home in each."""
    league = _mirrored("A B C", *HALVES)
    plain = a_league("A B C", DAYS, league.constraints[1:], format_=league.format)

    found = enumerate_schedules(league, 100_000, mip_params)
    every = enumerate_schedules(plain, 100_000, mip_params)

    again = dict(HALVES)
    mirrored = {
        games
        for games in map(placements, every.schedules)
        if all(
            any({g.home, g.away} == {o.home, o.away} for o in games if o.slot == mirror)
            for g in games
            if (mirror := again.get(g.slot)) is not None
        )
    }
    assert found.complete
    assert every.complete
    assert set(map(placements, found.schedules)) == mirrored


def test_slots_in_two_pairs_and_single_round_robins_are_not_mirrored() -> None:
    twice = (*HALVES, (HALVES[0][0], HALVES[1][1]))
    league = _mirrored("A B C D", *twice)
    single = a_league("A B C D", DAYS, league.constraints)

    assert set(mirrored_slots(league, league.constraints)) == {*HALVES[2]}
    assert mirrored_slots(single, single.constraints) == {}


def test_a_mirrored_model_yields_every_game_once(
    mip_params: MipParams,
) -> None:
    found = enumerate_schedules(_mirrored("A B C D", *HALVES), 1, mip_params)

    games = found.schedules[0].games
    assert len({(game.home, game.away) for game in games}) == 12
