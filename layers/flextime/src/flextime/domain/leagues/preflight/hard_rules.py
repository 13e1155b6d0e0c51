"""The rules that a feasible schedule has to keep, with their places."""

from collections.abc import Iterator

from flextime.domain.constraints import Rule
from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League


def hard_rules[R: Rule](league: League, kind: type[R]) -> Iterator[tuple[str, R]]:
    """Hard and active rules of one kind, each with its JSON pointer."""
    for place, rule in enumerate(league.constraints):
        if isinstance(rule, kind) and rule.hard and rule.active:
            yield f"/constraints/{place}", rule


def chosen(teams: tuple[TeamId, ...] | None, team: TeamId) -> bool:
    """Whether a rule's `teams` mean this team; None means every team."""
    return teams is None or team in teams
