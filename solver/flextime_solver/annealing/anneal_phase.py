"""Phases of the annealing of constraints, and which phase follows which.

    PROBING -> CALIBRATION -> MAIN <-> REHEAT -> FINAL

Each phase is an anneal. Probing repeats at a larger penalty weight while it leaves too
many violations, and reheats repeat while they improve the incumbent; `next_phase` has
all transitions.
"""

from dataclasses import dataclass
from enum import Enum


class AnnealPhase(Enum):
    """Phase of the annealing of constraints.

    PROBING
        A short anneal over a wide range of temperatures. It measures the cost at each
        temperature, from which the range of the calibration follows, and the violations
        that the penalty weight leaves.
    CALIBRATION
        A longer anneal over that range. It measures the range of the main anneals.
    MAIN
        A long anneal, in which weights of violated hard constraints grow. It converges
        to one basin.
    REHEAT
        The same from the incumbent and from a lower temperature, for basins near by.
    FINAL
        An anneal from the incumbent over the lower half of the range, with a large
        penalty weight.
    """

    PROBING = "probing"
    CALIBRATION = "calibration"
    MAIN = "main"
    REHEAT = "reheat"
    FINAL = "final"

    @property
    def adapts_weights(self) -> bool:
        """Whether weights of violated hard constraints grow in this phase."""
        return self in {AnnealPhase.MAIN, AnnealPhase.REHEAT, AnnealPhase.FINAL}

    @property
    def reweights_aggregates(self) -> bool:
        """Whether aggregate soft constraints may have a larger weight in this phase."""
        return self in {AnnealPhase.CALIBRATION, AnnealPhase.MAIN, AnnealPhase.REHEAT}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Measurements at the end of an anneal that decide about the next phase.

    Attributes
    ----------
    too_many_violations
        Whether more hard constraints are violated than the next phase can repair.
    probing_anneals_left
        Number of probing anneals that may still follow.
    main_anneals_left
        Number of main anneals, reheats included, that the budget still allows.
    improved
        Whether the anneal improved the incumbent.
    """

    too_many_violations: bool
    probing_anneals_left: int
    main_anneals_left: int
    improved: bool


def next_phase(finished: AnnealPhase, outcome: Outcome) -> AnnealPhase:
    """Return the phase that follows `finished`."""
    match finished:
        case AnnealPhase.PROBING if outcome.too_many_violations:
            # A larger penalty weight first: it changes the range of temperatures.
            again = outcome.probing_anneals_left > 0
            return AnnealPhase.PROBING if again else AnnealPhase.CALIBRATION
        case AnnealPhase.PROBING:
            return AnnealPhase.CALIBRATION
        case AnnealPhase.CALIBRATION:
            return AnnealPhase.MAIN
        case AnnealPhase.MAIN if outcome.main_anneals_left > 0:
            return AnnealPhase.REHEAT
        case AnnealPhase.REHEAT if outcome.main_anneals_left > 0:
            # Basins near the incumbent are exhausted once a reheat finds no better one.
            return AnnealPhase.REHEAT if outcome.improved else AnnealPhase.MAIN
        case AnnealPhase.MAIN | AnnealPhase.REHEAT | AnnealPhase.FINAL:
            return AnnealPhase.FINAL
