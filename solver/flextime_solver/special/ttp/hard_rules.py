"""Hard constraints of a travelling tournament, read from the rules of a league."""

from itertools import pairwise

from flextime_solver.instance.compiled_league import (
    HARD,
    CompiledLeague,
    Ints,
    PairRule,
    SequenceRule,
)

_AWAY, _HOME = 0, 1
_SIDE_OF_WINDOW = {0: _HOME, 1: _AWAY}
NO_LIMIT = 1 << 30
"""A run that is longer than any season."""


def run_limits(league: CompiledLeague) -> tuple[list[int], list[int]] | None:
    """Return the longest runs away and at home, and the penalties of longer ones.

    The result is None if the league's sequence rules say anything else, or not the same
    for all teams. Runs without a rule are limited by `NO_LIMIT` and cost 0.
    """
    max_run, weight = [NO_LIMIT, NO_LIMIT], [0, 0]
    teams = int(league.teams)
    starts = league.team_rule_start[: teams + 1]
    rules = [league.team_rule[start:end] for start, end in pairwise(starts)]
    if any(sorted(own) != sorted(rules[0]) for own in rules):
        return None
    for number in rules[0]:
        limit = _run_limit(league.sequence_rules[number])
        if limit is None or weight[limit[0]]:
            return None
        max_run[limit[0]], weight[limit[0]] = limit[1:]
    return max_run, weight


def _run_limit(rule: Ints) -> tuple[int, int, int] | None:
    """Return side, longest run and penalty of a rule that limits runs, else None."""
    code, total, weight = (int(number) for number in rule[:3])
    if total != HARD:
        return None
    if code == SequenceRule.RUN:
        return int(rule[3]), int(rule[4]), weight
    if code == SequenceRule.SIDE_WINDOW and rule[4] in _SIDE_OF_WINDOW:
        length, low, high = int(rule[3]), int(rule[5]), int(rule[6])
        # A window one longer than the longest run holds at most one game too many, so
        # both rules count the same deviations.
        if low <= 0 and high == length - 1:
            return _SIDE_OF_WINDOW[int(rule[4])], high, weight
    return None


def meeting_gap(league: CompiledLeague) -> tuple[int, int] | None:
    """Return the least rounds between the games of a pair, and the penalty.

    The result is (0, 0) without pair rules, and None if they say anything else.
    """
    if league.pair_rule_count == 0:
        return 0, 0
    code, total, weight, teams, least, most = (
        int(number) for number in league.pair_rules[0][:6]
    )
    all_teams = (1 << int(league.teams)) - 1
    for_all = code == PairRule.GAP and total == HARD and teams & all_teams == all_teams
    if league.pair_rule_count > 1 or not for_all or most < league.rounds:
        return None
    return least, weight
