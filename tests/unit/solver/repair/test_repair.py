from dataclasses import dataclass, replace
from datetime import date

import pytest

from builders import a_league, a_rule, a_schedule, slots, teams
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.ids import ConstraintId, GameId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Lock, Schedule
from flextime_solver.alternatives.enumerate_schedules import enumerate_schedules
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.placements import Placement, placements
from flextime_solver.repair.disruption import (
    Disruption,
    GamePostponement,
    TeamAbsence,
    VenueClosure,
)
from flextime_solver.repair.params import RepairParams
from flextime_solver.repair.repair import repair

DAYS = "1 2 3 4"
GAMES = "A-B C-D | C-A D-B | A-D B-C"
FIRST_DAY = date(2025, 1, 1)
A, B, C, D = teams("A B C D")


def _league() -> League:
    return a_league("A B C D", DAYS)


def _league_with_fixed_hosts() -> League:
    """Few enough schedules to try them all."""
    rules = [
        a_rule(
            FixedGame,
            id=ConstraintId(game.id),
            home=game.home,
            away=game.away,
            slots=slots(DAYS),
        )
        for game in a_schedule(GAMES, DAYS).games
    ]
    return a_league("A B C D", DAYS, rules)


@pytest.fixture
def params(mip_params: MipParams) -> RepairParams:
    return RepairParams(mip=mip_params)


@pytest.fixture(scope="module")
def every_schedule() -> tuple[Schedule, ...]:
    league = _league_with_fixed_hosts()
    found = enumerate_schedules(league, 100_000, MipParams(time_limit_s=600))
    assert found.complete
    return found.schedules


def test_a_postponed_game_moves_alone_to_the_reserve_date(params: RepairParams) -> None:
    postponed = GamePostponement(GameId("B-at-A"))

    found = repair(
        _league(), a_schedule(GAMES, DAYS), (postponed,), today=FIRST_DAY, params=params
    )

    best = found.repairs[0]
    assert [(game.id, game.slot) for game in best.moved_games] == [("B-at-A", "4")]
    assert best.teams == (A, B)
    assert best.notice_days == 3
    assert best.proven_least


def test_three_repairs_differ_and_are_ranked(params: RepairParams) -> None:
    out = TeamAbsence(A, slots("2"))

    found = repair(
        _league(), a_schedule(GAMES, DAYS), (out,), today=FIRST_DAY, params=params
    )

    assert len(found.repairs) == 3
    assert len({placements(one.schedule) for one in found.repairs}) == 3
    ranks = [one.rank for one in found.repairs]
    assert ranks == sorted(ranks)
    for one in found.repairs:
        assert check(_league(), one.schedule).score.feasible


@pytest.mark.parametrize(
    "disruption",
    [
        GamePostponement(GameId("B-at-A")),
        GamePostponement(GameId("C-at-B")),
        VenueClosure(A, slots("1 2 3 4")),
        TeamAbsence(A, slots("2 4")),
        TeamAbsence(D, slots("1")),
    ],
)
@pytest.mark.parametrize("today", [FIRST_DAY, date(2025, 1, 2)])
def test_no_schedule_moves_fewer_games(
    disruption: Disruption,
    today: date,
    params: RepairParams,
    every_schedule: tuple[Schedule, ...],
) -> None:
    season = _Season(a_schedule(GAMES, DAYS), disruption, today)

    league = _league_with_fixed_hosts()

    found = repair(league, season.schedule, (disruption,), today=today, params=params)

    least = season.least_moves_of(every_schedule)
    assert [len(one.moved_games) for one in found.repairs[:1]] == least


def test_locked_and_past_games_do_not_move(params: RepairParams) -> None:
    schedule = a_schedule(GAMES, DAYS)
    lock = Lock("slot", "television")
    locked = replace(
        schedule,
        games=tuple(
            replace(game, locks=(lock,)) if game.id == "D-at-A" else game
            for game in schedule.games
        ),
    )
    out = TeamAbsence(A, slots("2"))

    found = repair(_league(), locked, (out,), today=date(2025, 1, 2), params=params)

    assert found.repairs
    for one in found.repairs:
        assert not {"B-at-A", "D-at-C", "D-at-A"} & {
            game.id for game in one.moved_games
        }


def test_a_waived_rule_opens_the_reserve_date(params: RepairParams) -> None:
    rule = a_rule(TeamGames, id=ConstraintId("reserve"), slots=slots("4"), max_games=0)
    league = a_league("A B C D", DAYS, [rule])
    schedule = a_schedule(GAMES, DAYS)
    postponed = GamePostponement(GameId("B-at-A"))

    kept = repair(league, schedule, (postponed,), today=FIRST_DAY, params=params)
    waived = repair(
        league,
        schedule,
        (postponed,),
        today=FIRST_DAY,
        waived=(ConstraintId("reserve"),),
        params=params,
    )

    assert len(waived.repairs[0].moved_games) == 1
    assert all(len(one.moved_games) > 1 for one in kept.repairs)


def test_a_disruption_without_a_remedy_has_no_repairs(params: RepairParams) -> None:
    out = TeamAbsence(A, slots("1 2"))

    found = repair(
        _league(), a_schedule(GAMES, DAYS), (out,), today=FIRST_DAY, params=params
    )

    assert found.repairs == ()


def test_a_rule_without_a_linear_form_is_reported(params: RepairParams) -> None:
    rule = a_rule(CarryOver, max_value=1000)
    league = a_league("A B C D E F G H I J", DAYS, [rule])
    postponed = GamePostponement(GameId("B-at-A"))

    found = repair(
        league, a_schedule("A-B", DAYS), (postponed,), today=FIRST_DAY, params=params
    )

    assert found.reasons


@dataclass(frozen=True)
class _Season:
    """Brute force over every schedule of the league."""

    schedule: Schedule
    disruption: Disruption
    today: date

    def least_moves_of(self, schedules: tuple[Schedule, ...]) -> list[int]:
        planned = placements(self.schedule)
        moves = [
            len(planned - games)
            for one in schedules
            if self._past(games := placements(one)) == self._past(planned)
            and not any(map(self._hit, games))
        ]
        return [min(moves)] if moves else []

    def _past(self, games: frozenset[Placement]) -> set[Placement]:
        return {game for game in games if self._is_past(game) and not self._hit(game)}

    def _is_past(self, game: Placement) -> bool:
        return _league().slot_by_id[game.slot].date < self.today

    def _hit(self, place: Placement) -> bool:
        match self.disruption:
            case GamePostponement(game):
                old = next(one for one in self.schedule.games if one.id == game)
                pair = {place.home, place.away} == {old.home, old.away}
                return pair and place.slot == old.slot
            case VenueClosure(team, dark):
                hosts = place.home == team and place.slot in dark
                return hosts and not self._is_past(place)
            case TeamAbsence(team, away):
                plays = team in {place.home, place.away} and place.slot in away
                return plays and not self._is_past(place)
