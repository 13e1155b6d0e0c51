"""One cooling of a league in which only rules count, and where slow ones begin."""

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Self

_LATEST = 1 / 3
"""Of the brisk cooling: how far down the slow ones begin at most, whatever it measured,
since single solutions differ by as much as they get better on the way."""
_MILDEST = 0.5
"""Of the hottest temperature, where a mild one begins at least: at lower ones it ends
at the solution that it began at, and the coldest one is not measured well."""
_CHEAPEST = 0.5
"""Of the brisk cooling's price, for a mild one: cheaper ones come to no feasible solution
before hard deviations have risen again, as do hot ones below the brisk one's."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A cooling from the hottest temperature to the coldest.

    Attributes
    ----------
    begun, ended
        Of the whole search, 0 to 1.
    initial_temperature, final_temperature
        Temperatures, in milli-points.
    price
        What a unit of hard deviation costs as it begins, in milli-points.
    slow
        Whether hard rules grow heavier, and dearer, while they stay broken.
    stressed
        Whether soft rules that add up all teams may weigh more in its first part.
    mild
        Whether it begins further down in the slow range, from the best solution.
    """

    begun: float
    ended: float
    initial_temperature: float
    final_temperature: float
    price: float
    slow: bool = True
    stressed: bool = False
    mild: bool = False

    def gone(self, done: float) -> float:
        """The part of it that is over (0 to 1) when so much of the search is."""
        if done >= self.ended:
            return 1.0
        return (done - self.begun) / (self.ended - self.begun)

    def temperature(self, done: float) -> float:
        """In milli-points, when so much of the search is over."""
        return self.way_down(self.gone(done))

    def way_down(self, gone: float) -> float:
        """The temperature when so much of the cooling itself is over (0 to 1)."""
        return self.initial_temperature * exp(
            log(self.final_temperature / self.initial_temperature) * gone
        )


@dataclass(frozen=True, slots=True)
class SlowRange:
    """Where a slow cooling begins and ends if a hard deviation costs `price`."""

    initial_temperature: float
    final_temperature: float
    price: float

    @classmethod
    def after(
        cls, brisk: Stage, initial_temperature: float, final_temperature: float
    ) -> Self:
        """Of those that follow `brisk`, which measured these two temperatures."""
        return cls(
            max(initial_temperature, brisk.way_down(_LATEST)),
            final_temperature,
            brisk.price,
        )

    def cheapest(self, *, mild: bool) -> float:
        """What a hard deviation costs at least."""
        return _CHEAPEST * self.price if mild else self.price

    def at(self, price: float, *, mild: bool) -> tuple[float, float]:
        """The same where it costs another price; a mild one begins about the middle."""
        # What is dearer freezes at higher temperatures. Where hard rules are cheaper,
        # soft ones still freeze where they did.
        heat = sqrt(max(1.0, price / self.price))
        initial_temperature, final_temperature = (
            heat * self.initial_temperature,
            heat * self.final_temperature,
        )
        middle = max(
            sqrt(initial_temperature * final_temperature),
            _MILDEST * initial_temperature,
        )
        return (middle if mild else initial_temperature), final_temperature
