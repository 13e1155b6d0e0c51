"""Whether rules on numbers of games in some slots leave room for each other."""

from collections.abc import Iterator

from flextime.domain.constraints.chosen_games import ChosenGames, HomeAndAway
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import chosen, hard_rules


def counted_games_problems(availability: Availability) -> Iterator[Problem]:
    league = availability.league
    for at, rule in hard_rules(league, TeamGames):
        teams = [t for t in league.teams if rule.min_games and chosen(rule.teams, t.id)]
        for team in teams:
            room = _room(availability, team.id, rule.slots, rule.side)
            if room < rule.min_games:
                yield Problem(
                    f"{at}/min_games",
                    f"{team.name} must play {rule.min_games} games{rule.side.words} in"
                    f" {len(rule.slots)} slots, and may play at most {room} of that"
                    " kind there",
                )
    for at, wanted in hard_rules(league, ChosenGames):
        if not wanted.min_games:
            continue
        room = sum(_room_of_game(availability, g, wanted.slots) for g in wanted.games)
        if room < wanted.min_games:
            yield Problem(
                f"{at}/min_games",
                f"{wanted.min_games} of {len(wanted.games)} chosen games must be in"
                f" {len(wanted.slots)} slots, and by other rules at most {room} can be",
            )


def _room_of_game(
    availability: Availability, game: HomeAndAway, slots: tuple[SlotId, ...]
) -> int:
    home, away = game
    return min(
        availability.league.format.meetings(home, away).at_most_at_one_venue,
        _room(availability, home, slots, Side.HOME),
        _room(availability, away, slots, Side.AWAY),
        *(
            rule.max_games
            for _, rule in hard_rules(availability.league, ChosenGames)
            if rule.max_games is not None
            and game in rule.games
            and set(slots) <= set(rule.slots)
        ),
    )


def _room(
    availability: Availability, team: TeamId, slots: tuple[SlotId, ...], side: Side
) -> int:
    """Games of a side that a team has room for: one a round, and what rules allow."""
    return min(
        availability.rounds_of(set(slots)),
        *(
            rule.max_games
            for _, rule in hard_rules(availability.league, TeamGames)
            if rule.max_games is not None
            and chosen(rule.teams, team)
            and rule.side in {side, Side.EITHER}
            and set(slots) <= set(rule.slots)
        ),
        len(slots),
    )
