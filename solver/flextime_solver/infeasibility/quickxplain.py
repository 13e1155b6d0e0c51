"""QuickXplain: a minimal infeasible subset (IIS) of rules, by divide and conquer.

Junker 2004, "QuickXplain: preferred explanations and relaxations for over-constrained
problems", AAAI-04 (https://cdn.aaai.org/AAAI/2004/AAAI04-027.pdf).
"""

from collections.abc import Callable

from flextime.domain.constraints import Constraint

type Rules = tuple[Constraint, ...]
type ProvenInfeasible = Callable[[Rules], bool]
"""Whether the rules are proven to have no schedule; False if the proof fails."""


def minimal_infeasible_subset(
    rules: Rules, proven_infeasible: ProvenInfeasible
) -> Rules:
    """Return a minimal subset of infeasible rules that is infeasible itself.

    A subset that `proven_infeasible` cannot decide in time counts as feasible: the
    result may then be too large, but it is always infeasible.

    Parameters
    ----------
    rules
        Rules that are infeasible together, in order of preference: earlier rules are
        preferred as members.
    proven_infeasible
        Proof of infeasibility of a subset.

    Returns
    -------
    Rules
        Empty if the format alone is infeasible.
    """
    if not rules or proven_infeasible(()):
        return ()
    return _required((), rules, background_grew=False, proven=proven_infeasible)


def _required(
    background: Rules,
    rules: Rules,
    *,
    background_grew: bool,
    proven: ProvenInfeasible,
) -> Rules:
    """Return the part of `rules` that is required beside the background."""
    if background_grew and proven(background):
        return ()
    if len(rules) == 1:
        return rules
    middle = len(rules) // 2
    first, second = rules[:middle], rules[middle:]
    from_second = _required(
        (*background, *first), second, background_grew=True, proven=proven
    )
    from_first = _required(
        (*background, *from_second),
        first,
        background_grew=bool(from_second),
        proven=proven,
    )
    return (*from_first, *from_second)
