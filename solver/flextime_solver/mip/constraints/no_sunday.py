"""Teams that play no game on a Sunday."""

from collections.abc import Iterator

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.leagues.season import Weekday
from flextime_solver.mip.model import SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: NoSunday) -> Iterator[Unit]:
    for team in rule.teams:
        for slot in model.league.calendar.slots:
            if model.league.falls_on(slot, (Weekday.SUNDAY,)):
                yield Unit(f"sunday_{team}_{slot.id}", (model.games(team, (slot.id,)),))
