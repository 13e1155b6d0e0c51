"""A small conflict among many rules, by halving.

Junker 2004, "QuickXplain: preferred explanations and relaxations for over-constrained
problems", AAAI-04 (https://cdn.aaai.org/AAAI/2004/AAAI04-027.pdf).
"""

from collections.abc import Callable

from flextime.domain.constraints import Constraint

type Rules = tuple[Constraint, ...]
type ProvenInfeasible = Callable[[Rules], bool]


def small_conflict(rules: Rules, proven: ProvenInfeasible) -> Rules:
    """Of rules that are infeasible together, a set that still is.

    Minimal as far as `proven` tells: a set that it cannot prove infeasible in time
    counts as feasible, so the conflict may be too large, never too small. Rules that
    come first are preferred as members.
    """
    if not rules or proven(()):
        return ()
    return _needed((), rules, grown=False, proven=proven)


def _needed(
    given: Rules, rules: Rules, *, grown: bool, proven: ProvenInfeasible
) -> Rules:
    """The part of `rules` that is needed beside `given`; `grown`: `given` is new."""
    if grown and proven(given):
        return ()
    if len(rules) == 1:
        return rules
    middle = len(rules) // 2
    first, second = rules[:middle], rules[middle:]
    of_second = _needed((*given, *first), second, grown=True, proven=proven)
    of_first = _needed(
        (*given, *of_second), first, grown=bool(of_second), proven=proven
    )
    return (*of_first, *of_second)
