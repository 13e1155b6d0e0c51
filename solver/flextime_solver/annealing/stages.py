"""One anneal of a phase: its part of the search and its temperatures."""

from dataclasses import dataclass
from math import exp, log

from flextime_solver.annealing.anneal_phase import AnnealPhase


@dataclass(frozen=True, slots=True)
class Stage:
    """An anneal with geometric cooling.

    Attributes
    ----------
    phase
        AnnealPhase that the anneal belongs to.
    begin, end
        Progress of the whole search (0 to 1) at its begin and at its end.
    initial_temperature, final_temperature
        In milli-points.
    penalty_weight
        Cost of a unit of hard deviation as it begins, in milli-points.
    """

    phase: AnnealPhase
    begin: float
    end: float
    initial_temperature: float
    final_temperature: float
    penalty_weight: float

    def progress(self, of_search: float) -> float:
        """Return the progress of the anneal (0 to 1) at a progress of the search."""
        if of_search >= self.end:
            return 1.0
        return (of_search - self.begin) / (self.end - self.begin)

    def temperature(self, progress: float) -> float:
        """Return the temperature at a progress of the anneal (0 to 1)."""
        return self.initial_temperature * exp(
            log(self.final_temperature / self.initial_temperature) * progress
        )
