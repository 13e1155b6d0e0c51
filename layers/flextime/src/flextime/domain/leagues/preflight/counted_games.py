"""Counting arguments on constraints that limit numbers of games in given slots."""

from collections.abc import Iterator

from flextime.domain.constraints.chosen_games import ChosenGames, HomeAndAway
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import applies_to, hard_rules


def counted_games_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem where a minimum exceeds the maximum of other constraints.

    The minimum of each `TeamGames` and `ChosenGames` constraint is compared with the
    rounds of its slots and the maxima of constraints of the same kind on a superset of
    its slots.
    """
    league = availability.league
    for at, rule in hard_rules(league, TeamGames):
        teams = [
            t for t in league.teams if rule.min_games and applies_to(rule.teams, t.id)
        ]
        for team in teams:
            room = _max_team_games(availability, team.id, rule.slots, rule.side)
            if room < rule.min_games:
                yield Problem(
                    f"{at}/min_games",
                    f"{team.name} must play {rule.min_games} games{rule.side.phrase} in"
                    f" {len(rule.slots)} slots, but other constraints allow at most"
                    f" {room} there",
                )
    for at, wanted in hard_rules(league, ChosenGames):
        if not wanted.min_games:
            continue
        room = sum(_max_meetings(availability, g, wanted.slots) for g in wanted.games)
        if room < wanted.min_games:
            yield Problem(
                f"{at}/min_games",
                f"{wanted.min_games} of {len(wanted.games)} listed games must be in"
                f" {len(wanted.slots)} slots, but other constraints allow at most"
                f" {room} there",
            )


def _max_meetings(
    availability: Availability, game: HomeAndAway, slots: tuple[SlotId, ...]
) -> int:
    home, away = game
    return min(
        availability.league.format.meetings(home, away).at_most_at_one_venue,
        _max_team_games(availability, home, slots, Side.HOME),
        _max_team_games(availability, away, slots, Side.AWAY),
        *(
            rule.max_games
            for _, rule in hard_rules(availability.league, ChosenGames)
            if rule.max_games is not None
            and game in rule.games
            and set(slots) <= set(rule.slots)
        ),
    )


def _max_team_games(
    availability: Availability, team: TeamId, slots: tuple[SlotId, ...], side: Side
) -> int:
    """Bound the games of a team: one a round, and the maxima of other constraints."""
    return min(
        availability.round_count(set(slots)),
        *(
            rule.max_games
            for _, rule in hard_rules(availability.league, TeamGames)
            if rule.max_games is not None
            and applies_to(rule.teams, team)
            and rule.side in {side, Side.EITHER}
            and set(slots) <= set(rule.slots)
        ),
        len(slots),
    )
