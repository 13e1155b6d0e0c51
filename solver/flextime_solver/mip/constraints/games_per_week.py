"""Games of a team in a week."""

from collections import defaultdict
from collections.abc import Iterator

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime.domain.ids import SlotId
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: GamesPerWeek) -> Iterator[Unit]:
    weeks: dict[tuple[int, int], list[SlotId]] = defaultdict(list)
    for slot in model.league.calendar.slots:
        weeks[slot.date.isocalendar()[:2]].append(slot.id)
    for team in model.chosen(rule.teams):
        for (year, week), slots in weeks.items():
            amount = model.games(team, slots) - rule.max_games
            yield Unit(f"games_{team}_{year}_week_{week}", (amount,))
