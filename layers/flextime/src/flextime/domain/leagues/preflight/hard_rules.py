"""The hard and active constraints of a league, with their JSON pointers."""

from collections.abc import Iterator

from flextime.domain.constraints import Rule
from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League


def hard_rules[R: Rule](league: League, kind: type[R]) -> Iterator[tuple[str, R]]:
    """Yield the JSON pointer and the constraint for each hard, active one of a kind."""
    for index, rule in enumerate(league.constraints):
        if isinstance(rule, kind) and rule.hard and rule.active:
            yield f"/constraints/{index}", rule


def applies_to(teams: tuple[TeamId, ...] | None, team: TeamId) -> bool:
    """Return whether the `teams` of a constraint include a team; None includes all."""
    return teams is None or team in teams
