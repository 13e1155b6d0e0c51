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
        over = 0 if self.max_games is None else max(0, games - self.max_games)
        return over + max(0, self.min_games - games)

    @property
    def allowed(self) -> str:
        """The limits, as the end of a sentence."""
        if self.max_games is None:
            return f"at least {self.min_games} are needed"
        if self.min_games == 0:
            return f"at most {self.max_games} are allowed"
        return f"{self.min_games} to {self.max_games} are needed"
