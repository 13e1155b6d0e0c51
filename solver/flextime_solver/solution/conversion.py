"""Conversion between schedules of the domain, games as integers, and solutions."""

from collections import Counter
from dataclasses import replace

import numpy as np

from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Game, GameStatus, Schedule, game_id
from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague, Ints
from flextime_solver.instance.locks import is_site_locked, is_slot_locked
from flextime_solver.solution.initial_evaluation import fill_solution
from flextime_solver.solution.solution import Solution, empty_solution

PlacedGame = tuple[int, int, int]
"""A game as indices (home, away, slot)."""


def solution_of(league: CompiledLeague, games: list[PlacedGame]) -> Solution:
    """Return an evaluated solution with the games.

    A game is left out if an earlier one takes one of its teams in the same round.
    """
    solution = empty_solution()
    fill_solution(league, solution, np.array(games, dtype=np.int64).reshape(-1, 3))
    return solution


def placed_games(instance: Instance, schedule: Schedule) -> list[PlacedGame]:
    """Return the games that take place, those with a locked slot first.

    Cancelled games and games without a slot are left out.
    """
    league = instance.league
    index = {team.id: position for position, team in enumerate(league.teams)}
    taking_place = [game for game in schedule.games if game.takes_place]
    taking_place.sort(key=lambda game: not is_slot_locked(game))
    return [
        (index[game.home], index[game.away], league.slot_position[game.slot])
        for game in taking_place
        if game.slot is not None
    ]


def games_of(league: CompiledLeague, solution: Solution) -> list[PlacedGame]:
    """Return the games of a solution in order of time."""
    return games_in(league, solution.opponent, solution.at_home, solution.slot)


def games_in(
    league: CompiledLeague, opponent: Ints, at_home: Ints, slot: Ints
) -> list[PlacedGame]:
    """Return the games of arrays over (team, round), in order of time."""
    return [
        (team, int(opponent[team, round_]), int(slot[team, round_]))
        for round_ in range(league.rounds)
        for team in range(league.teams)
        if opponent[team, round_] != NO_OPPONENT and at_home[team, round_]
    ]


def schedule_of(instance: Instance, placed: list[PlacedGame]) -> Schedule:
    """Return the schedule of the domain that has the placed games.

    Games of the instance's start that were kept return unchanged, and so do cancelled
    ones. A game that was only moved keeps its id and its locks.
    """
    league = instance.league
    slots = league.calendar.slots
    start = instance.start.games if instance.start else ()
    cancelled = [game for game in start if game.status is GameStatus.CANCELLED]
    known = sorted(
        (game for game in start if game.status is not GameStatus.CANCELLED),
        key=lambda game: (not is_slot_locked(game), not is_site_locked(game)),
    )
    taken = {game.id for game in start}
    meetings: Counter[tuple[int, int]] = Counter()
    games = []
    for home, away, slot in sorted(placed, key=lambda game: game[2]):
        host, guest, slot_id = (
            league.teams[home].id,
            league.teams[away].id,
            slots[slot].id,
        )
        fresh = Game(id=game_id(host, guest), home=host, away=guest, slot=slot_id)
        match = _best_match(known, fresh)
        if match is not None:
            known.remove(match)
            games.append(_moved(match, fresh))
            continue
        while fresh.id in taken:
            meetings[home, away] += 1
            fresh = replace(fresh, id=game_id(host, guest, 1 + meetings[home, away]))
        taken.add(fresh.id)
        games.append(fresh)
    return Schedule(league.id, (*games, *cancelled))


def _best_match(known: list[Game], fresh: Game) -> Game | None:
    """Return the game of the start that `fresh` continues, preferring the same slot."""
    same = [game for game in known if _may_continue(game, fresh)]
    same.sort(
        key=lambda game: (
            not (is_slot_locked(game) and game.slot == fresh.slot),
            game.home != fresh.home,
            game.slot != fresh.slot,
        )
    )
    return same[0] if same else None


def _may_continue(game: Game, fresh: Game) -> bool:
    if is_slot_locked(game) and game.slot != fresh.slot:
        return False
    if game.home != fresh.home and is_site_locked(game):
        return False
    return {game.home, game.away} == {fresh.home, fresh.away}


def _moved(game: Game, fresh: Game) -> Game:
    if (game.home, game.slot) == (fresh.home, fresh.slot) and game.takes_place:
        return game if is_slot_locked(game) else replace(game, venue=None)
    return replace(
        game,
        home=fresh.home,
        away=fresh.away,
        slot=fresh.slot,
        venue=game.venue if is_slot_locked(game) else None,
        status=GameStatus.SCHEDULED,
    )
