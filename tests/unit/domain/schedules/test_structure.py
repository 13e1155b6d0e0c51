from dataclasses import replace

from builders import a_league, a_schedule, slots
from flextime.domain.leagues.formats import (
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import Violation, check
from flextime.domain.schedules.games import GameStatus, Schedule

SINGLE = "A-B C-D | A-C D-B | A-D B-C"


def violations(league: League, games: str | Schedule) -> list[Violation]:
    schedule = a_schedule(games) if isinstance(games, str) else games
    return list(check(league, schedule).violations)


def kinds(league: League, games: str | Schedule) -> list[str]:
    return [violation.kind for violation in violations(league, games)]


def test_a_round_robin_satisfies_its_format() -> None:
    assert kinds(a_league(), SINGLE) == []


def test_a_base_rule_is_hard_and_weighs_one() -> None:
    found = violations(a_league("A B", format_=RoundRobin(times=2)), "A-B")

    assert {(v.kind, v.hard, v.penalty) for v in found} == {
        ("games_per_team", True, 1),
        ("meetings", True, 1),
    }


def test_two_games_of_a_team_in_one_round_are_one_too_many() -> None:
    league = a_league("A B", "4/5 11", format_=RoundRobin(times=2))

    found = violations(league, a_schedule("A-B@4 B-A@5 |", "4/5 11"))
    assert {v.kind for v in found} == {"one_game_per_round"}
    assert [v.teams for v in found] == [("A",), ("B",)]


def test_a_pair_that_does_not_meet_is_named() -> None:
    found = violations(a_league("A B C"), "A-B | B-C")

    meetings = [v for v in found if v.kind == "meetings"]
    assert [v.teams for v in meetings] == [("A", "C")]


def test_a_double_round_robin_needs_each_venue_once() -> None:
    league = a_league("A B", format_=RoundRobin(times=2))

    assert kinds(league, "A-B | B-A") == []
    assert kinds(league, "A-B | A-B") == ["meetings"]


def test_three_meetings_may_be_two_at_one_venue() -> None:
    league = a_league("A B", format_=RoundRobin(times=3))

    assert kinds(league, "A-B | B-A | A-B") == []
    assert kinds(league, "A-B | A-B | A-B") == ["meetings"]


def test_a_phased_season_has_each_pair_in_each_part() -> None:
    double = RoundRobin(times=2, phased=True)
    league = a_league("A B C D", "4 11 18 25 32 39", format_=double)
    mirrored = "B-A D-C | C-A B-D | D-A C-B"

    assert kinds(league, f"{SINGLE} | {mirrored}") == []
    swapped = "A-B C-D | B-A D-C | A-D B-C | A-C D-B | C-A B-D | D-A C-B"
    assert set(kinds(league, swapped)) == {"phases"}


def test_a_partial_round_robin_lets_some_pairs_meet_twice() -> None:
    league = a_league("A B", format_=PartialRoundRobin(games=2))

    assert kinds(league, "A-B | B-A") == []


def test_a_rivalry_must_meet_twice() -> None:
    rivals = PartialRoundRobin(games=4, rivalries=(("B", "A"),))  # type: ignore[arg-type]  # letters
    league = a_league(format_=rivals)
    rest = "B-A D-C"

    assert kinds(league, f"{SINGLE} | {rest}") == []
    other_pairs = "C-A B-D"
    assert kinds(league, f"{SINGLE} | {other_pairs}") == ["meetings"]


def test_pairs_listed_as_twice_are_the_only_ones() -> None:
    listed = PartialRoundRobin(games=4, twice=(("A", "B"), ("C", "D")))  # type: ignore[arg-type]  # letters
    league = a_league(format_=listed)

    assert kinds(league, f"{SINGLE} | B-A D-C") == []
    assert kinds(league, f"{SINGLE} | C-A B-D") == ["meetings"] * 4


def test_some_opponents_meet_at_most_once() -> None:
    league = a_league(format_=SomeOpponents(games=2))

    assert kinds(league, "A-B C-D | A-C D-B") == []
    assert kinds(league, "A-B C-D | B-A D-C") == ["meetings"] * 2


def test_protected_pairs_must_meet_and_missed_ones_must_not() -> None:
    chosen = SomeOpponents(games=2, protected=(("A", "D"),), missed=(("A", "B"),))  # type: ignore[arg-type]  # letters
    league = a_league(format_=chosen)

    assert kinds(league, "A-C D-B | A-D B-C") == []
    assert kinds(league, "A-B C-D | A-C D-B") == ["meetings"] * 2


def test_a_game_without_a_slot_is_named() -> None:
    schedule = a_schedule(SINGLE)
    first = replace(schedule.games[0], slot=None)
    found = violations(
        a_league(), replace(schedule, games=(first, *schedule.games[1:]))
    )

    assert found[0].kind == "unscheduled_game"
    assert found[0].games == ("B-at-A",)


def test_a_postponed_game_is_unscheduled_and_a_cancelled_one_is_not() -> None:
    def with_first(status: GameStatus) -> Schedule:
        first, *others = a_schedule(SINGLE).games
        return Schedule(a_league().id, (replace(first, status=status), *others))

    assert "unscheduled_game" in kinds(a_league(), with_first(GameStatus.POSTPONED))
    assert "unscheduled_game" not in kinds(a_league(), with_first(GameStatus.CANCELLED))
    assert kinds(a_league(), with_first(GameStatus.PLAYED)) == []


def test_slots_of_one_round_are_alternatives() -> None:
    league = a_league("A B C D", "4/5 11 18")
    schedule = a_schedule("A-B@4 C-D@5 | A-C D-B | A-D B-C", "4/5 11 18")

    assert kinds(league, schedule) == []
    assert {game.slot for game in schedule.games[:2]} == set(slots("4 5"))
