"""Base class of constraints with a minimum and a maximum number of games."""

from dataclasses import dataclass

from flextime.domain.constraints.rule import Rule, ensure_not_negative
from flextime.domain.errors import InvalidField


@dataclass(frozen=True, kw_only=True)
class GameLimits(Rule):
    """Limit a number of games to `min_games` to `max_games`.

    Attributes
    ----------
    max_games
        None is no upper limit.

    Raises
    ------
    ValueError
        If a limit is negative or `max_games` is less than `min_games`.
    """

    min_games: int = 0
    max_games: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ensure_not_negative(min_games=self.min_games)
        if self.max_games is not None and self.max_games < self.min_games:
            raise InvalidField("max_games", "must not be less than min_games")

    def excess(self, games: int) -> int:
        """Return how far a number of games is outside the limits."""
        return deviation_from_limits(games, self.min_games, self.max_games)

    @property
    def limits_text(self) -> str:
        """The limits as the end of a sentence."""
        return describe_limits(self.min_games, self.max_games)


def deviation_from_limits(number: int, minimum: int, maximum: int | None) -> int:
    """Return how far a number is outside its limits; None is no upper limit."""
    over = 0 if maximum is None else max(0, number - maximum)
    return over + max(0, minimum - number)


def describe_limits(minimum: int, maximum: int | None) -> str:
    """The limits as the end of a sentence."""
    if maximum is None:
        return f"at least {minimum} are required"
    if minimum == 0:
        return f"at most {maximum} are allowed"
    return f"{minimum} to {maximum} are required"
