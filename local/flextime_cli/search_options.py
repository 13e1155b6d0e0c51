"""What a person chooses about a search on this machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flextime_solver.params import SolveParams


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """Options of a search.

    Attributes
    ----------
    seconds
        Wall time of the search.
    seed
        Seed of the first worker; the others have seeds that follow from it.
    workers
        Number of worker processes.
    strategies
        Parameters of every strategy of the portfolio by name.
    """

    seconds: float
    seed: int
    workers: int
    strategies: "Mapping[str, SolveParams]"
