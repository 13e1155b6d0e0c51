"""Games a week are counted for each team from Monday to Sunday."""

from collections import defaultdict

from flextime.domain.constraints.games_per_week import GamesPerWeek
from flextime_solver.instance.builder import Contributions


def contribute(rule: GamesPerWeek, to: Contributions) -> None:
    weeks: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, slot in enumerate(to.slots):
        weeks[slot.date.isocalendar()[:2]].append(place)
    for slots in weeks.values():
        rounds = {to.league.round_position[to.slots[slot].id] for slot in slots}
        # A team plays once a round at most: fewer rounds than games say nothing.
        if len(rounds) > rule.max_games:
            for team in to.teams(rule.teams):
                to.count(rule, *to.games_of(team, slots), high=rule.max_games)
