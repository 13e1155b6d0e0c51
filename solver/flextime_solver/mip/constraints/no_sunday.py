"""Teams that play no game on a Sunday.

d >= P[t, s]    for each Sunday slot s
"""

from collections.abc import Iterator

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.leagues.season import Weekday
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: NoSunday) -> Iterator[ViolationTerm]:
    """Yield a term for each team and Sunday slot."""
    for team in rule.teams:
        for slot in model.league.calendar.slots:
            if model.league.falls_on(slot, (Weekday.SUNDAY,)):
                yield ViolationTerm(
                    f"sunday_{team}_{slot.id}", (model.games(team, (slot.id,)),)
                )
