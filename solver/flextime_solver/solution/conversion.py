"""From a domain schedule to a solution, and back."""

from collections import Counter
from dataclasses import replace

import numpy as np

from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Game, GameStatus, Schedule, game_id
from flextime_solver.instance.compiled_league import NO_OPPONENT, CompiledLeague, Ints
from flextime_solver.instance.locks import keeps_site, keeps_slot
from flextime_solver.solution.delta_evaluation import fill_solution
from flextime_solver.solution.solution import Solution, empty_solution

PlacedGame = tuple[int, int, int]
"""A game as (home, away, slot)."""


def solution_of(league: CompiledLeague, games: list[PlacedGame]) -> Solution:
    """A scored solution with as many of the games as fit: the first come stay."""
    solution = empty_solution()
    fill_solution(league, solution, np.array(games, dtype=np.int64).reshape(-1, 3))
    return solution


def placed_games(instance: Instance, schedule: Schedule) -> list[PlacedGame]:
    """A schedule's standing games as numbers, those that must stay first."""
    league = instance.league
    number = {team.id: place for place, team in enumerate(league.teams)}
    standing = [game for game in schedule.games if game.takes_place]
    standing.sort(key=lambda game: not keeps_slot(game))
    return [
        (number[game.home], number[game.away], league.slot_position[game.slot])
        for game in standing
        if game.slot is not None
    ]


def games_on(league: CompiledLeague, solution: Solution) -> list[PlacedGame]:
    """A solution's games in order of time."""
    return games_in(league, solution.opponent, solution.at_home, solution.slot)


def games_in(
    league: CompiledLeague, opponent: Ints, at_home: Ints, slot: Ints
) -> list[PlacedGame]:
    """Games of arrays by (team, round), in order of time."""
    return [
        (team, int(opponent[team, round_]), int(slot[team, round_]))
        for round_ in range(league.rounds)
        for team in range(league.teams)
        if opponent[team, round_] != NO_OPPONENT and at_home[team, round_]
    ]


def schedule_of(instance: Instance, placed: list[PlacedGame]) -> Schedule:
    """The domain schedule of placed games.

    Games of the start that were kept come back as they were, and so do cancelled
    ones; a game that was only moved keeps its id, its locks and its status.
    """
    league = instance.league
    slots = league.calendar.slots
    start = instance.start.games if instance.start else ()
    cancelled = [game for game in start if game.status is GameStatus.CANCELLED]
    known = sorted(
        (game for game in start if game.status is not GameStatus.CANCELLED),
        key=lambda game: (not keeps_slot(game), not keeps_site(game)),
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
    """The game of the start that `fresh` is, if any: same slot before same host."""
    same = [game for game in known if _is_same(game, fresh)]
    same.sort(
        key=lambda game: (
            not (keeps_slot(game) and game.slot == fresh.slot),
            game.home != fresh.home,
            game.slot != fresh.slot,
        )
    )
    return same[0] if same else None


def _is_same(game: Game, fresh: Game) -> bool:
    if keeps_slot(game) and game.slot != fresh.slot:
        return False
    if game.home != fresh.home and keeps_site(game):
        return False
    return {game.home, game.away} == {fresh.home, fresh.away}


def _moved(game: Game, fresh: Game) -> Game:
    if (game.home, game.slot) == (fresh.home, fresh.slot) and game.takes_place:
        return game if keeps_slot(game) else replace(game, venue=None)
    return replace(
        game,
        home=fresh.home,
        away=fresh.away,
        slot=fresh.slot,
        venue=game.venue if keeps_slot(game) else None,
        status=GameStatus.SCHEDULED,
    )
