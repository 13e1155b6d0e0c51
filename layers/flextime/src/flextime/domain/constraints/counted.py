"""Rules that allow a number of games between a least and a most."""

from dataclasses import dataclass

from flextime.domain.constraints.rule import Rule, refuse_negative


@dataclass(frozen=True, kw_only=True)
class CountedRule(Rule):
    """Allowed are `min_games` to `max_games`; None is no upper limit."""

    min_games: int = 0
    max_games: int | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        refuse_negative(min_games=self.min_games)
        if self.max_games is not None and self.max_games < self.min_games:
            raise ValueError("max_games must not be less than min_games")

    def excess(self, games: int) -> int:
        """How far a number of games lies outside the limits."""
        return outside(games, self.min_games, self.max_games)

    @property
    def allowed(self) -> str:
        """The limits, as the end of a sentence."""
        return limits_in_words(self.min_games, self.max_games)


def outside(number: int, least: int, most: int | None) -> int:
    """How far a number lies outside its limits; None is no upper limit."""
    over = 0 if most is None else max(0, number - most)
    return over + max(0, least - number)


def limits_in_words(least: int, most: int | None) -> str:
    """The limits, as the end of a sentence."""
    if most is None:
        return f"at least {least} are needed"
    if least == 0:
        return f"at most {most} are allowed"
    return f"{least} to {most} are needed"
