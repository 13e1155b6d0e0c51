"""Bounds of numbers, declared in annotations so that JSON schemas state them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Between:
    """Annotate a number with its smallest and its largest value."""

    least: int
    greatest: int

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - int or float
        handler: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
    ) -> dict[str, Any]:
        """Return pydantic's schema of a number within the bounds."""
        return {**handler(source), "ge": self.least, "le": self.greatest}
