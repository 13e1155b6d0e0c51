"""Travel partners that an opponent meets one after the other."""

from flextime.domain.constraints.travel_partners import TravelPartners
from flextime_solver.instance.compiled_league import SequenceRule
from flextime_solver.instance.constraints.sides import SIDE_NUMBER
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.masks import partner_masks


def contribute(rule: TravelPartners, builder: LeagueBuilder) -> None:
    """Add a sequence rule per team, without its own pair of partners."""
    # Days are counted between first days of series, so those of a series are added.
    max_days = rule.max_days + builder.league.format.games_per_series - 1
    for team in builder.league.teams:
        others = {
            builder.team_index[one]: builder.team_index[other]
            for one, other in rule.partner.items()
            if team.id not in (one, other)
        }
        builder.add_sequence_rule(
            rule,
            SequenceRule.TRAVEL_PARTNERS,
            (team.id,),
            max_days,
            SIDE_NUMBER[rule.side],
            *partner_masks(others),
        )
