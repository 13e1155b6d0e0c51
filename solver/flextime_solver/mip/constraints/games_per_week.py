"""Games of a team in an ISO calendar week.

With n = games of team t in the week:

    d >= n - max
"""

from collections import defaultdict
from collections.abc import Iterator

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.ids import SlotId
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: GamesPerWeek) -> Iterator[ViolationTerm]:
    """Yield a term for each team and week."""
    weeks: dict[tuple[int, int], list[SlotId]] = defaultdict(list)
    for slot in model.league.calendar.slots:
        weeks[slot.date.isocalendar()[:2]].append(slot.id)
    for team in model.selected_teams(rule.teams):
        for (year, week), slots in weeks.items():
            expression = model.games(team, slots) - rule.max_games
            yield ViolationTerm(f"games_{team}_{year}_week_{week}", (expression,))
