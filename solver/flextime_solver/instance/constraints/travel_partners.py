"""Partners are looked up along each team's games; its own pair is left out for it."""

from flextime.domain.constraints.travel_partners import TravelPartners
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.masks import partner_masks


def contribute(rule: TravelPartners, to: Contributions) -> None:
    # From first day to first day: a series is over so many days later.
    max_days = rule.max_days + to.league.format.games_per_series - 1
    for team in to.league.teams:
        others = {
            to.team_number[one]: to.team_number[other]
            for one, other in rule.partner.items()
            if team.id not in (one, other)
        }
        to.in_order(
            rule,
            SequenceRule.TRAVEL_PARTNERS,
            (team.id,),
            max_days,
            SIDE_NUMBER[rule.side],
            *partner_masks(others),
        )
