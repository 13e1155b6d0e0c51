"""Limits of the texts in leagues, schedules and runs, declared in annotations.

A dataclass annotates a field with `Name`, `Label` or `LongText` and calls
`ensure_texts` when it is created. pydantic reads the same annotations, so that JSON
schemas state the limits and an error has a pointer to the field.
"""

import unicodedata
from dataclasses import Field, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
"""Unicode categories of characters that leave no mark."""
_LINE_CHARACTERS = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Text:
    """Annotate a string with its limits.

    Attributes
    ----------
    max_length
        Largest number of characters (Unicode code points).
    is_name
        Whether the text must have a visible character and lie on one line. Other
        texts may be empty, and contain newlines and tabs.
    """

    max_length: int
    is_name: bool = False

    def fault(self, text: str) -> str | None:
        """Return what the text must be but is not; None if it is within the limits."""
        if len(text) > self.max_length:
            return f"must have at most {self.max_length} characters, not {len(text)}"
        if self.is_name and not _is_visible(text):
            return "must have at least one visible character"
        for character in text:
            if not (character.isprintable() or self._allows(character)):
                return f"must not contain the control character U+{ord(character):04X}"
        return None

    def _allows(self, character: str) -> bool:
        if character in _LINE_CHARACTERS:
            return not self.is_name
        return unicodedata.category(character) not in {"Cc", "Cs"}

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - always str
        handler: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
    ) -> dict[str, Any]:
        """Return pydantic's schema of a string within the limits."""
        limits = {"min_length": 1} if self.is_name else {}
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": self._validated},
            "schema": handler(source) | {"max_length": self.max_length} | limits,
        }

    def _validated(self, text: str) -> str:
        if fault := self.fault(text):
            raise ValueError(f"this text {fault}")
        return text


@dataclass(frozen=True, slots=True)
class IdSyntax:
    """Document the syntax of an id, which `validate_league` and the API verify."""

    pattern: str

    def __get_pydantic_json_schema__(
        self,
        core_schema: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
        handler: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
    ) -> dict[str, Any]:
        """Return the JSON schema of an id."""
        return {**handler(core_schema), "pattern": self.pattern}


Name = Annotated[str, Text(255, is_name=True)]
"""Name of a conference, league, team, venue or schedule."""
Label = Annotated[str, Text(100, is_name=True)]
"""Short name of a team, city, sport, broadcast window or time zone."""
SeasonName = Annotated[str, Text(100)]
"""Name of a season; empty where a source, such as RobinX, has none."""
Owner = Annotated[str, Text(255)]
"""Person or organisation that asked for something; may be empty."""
LongText = Annotated[str, Text(2000)]
"""Reason, source or description; may be empty."""


def ensure_texts(value: "DataclassInstance") -> None:
    """Verify each annotated text of a dataclass.

    Raises
    ------
    ValueError
        If a text violates its limits; the message has the field and the limit.
    """
    for field, limits in _limited_fields(type(value)):
        text = getattr(value, field)
        if text is not None and (fault := limits.fault(text)):
            raise ValueError(f"{field} {fault}")


@cache
def _limited_fields(kind: type["DataclassInstance"]) -> tuple[tuple[str, Text], ...]:
    return tuple(
        (field.name, limits) for field in fields(kind) for limits in _limits_of(field)
    )


def _limits_of(field: Field[Any]) -> tuple[Text, ...]:
    """Return the limits in the annotation of a field, such as ``Name | None``."""
    options = (field.type, *get_args(field.type))
    return tuple(
        limits
        for option in options
        for limits in getattr(option, "__metadata__", ())
        if isinstance(limits, Text)
    )


def _is_visible(text: str) -> bool:
    return any(unicodedata.category(character) not in _INVISIBLE for character in text)
