"""A fix: attributes of moto and their replacements."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flextime_local.any_types import Untyped

_ABSENT = object()  # inherited, or not there at all


@dataclass(frozen=True, slots=True)
class Patch:
    """One attribute with the function that makes its replacement."""

    owner: Any
    attribute: str
    replacement: Callable[[Any], Any]
    """Gets what stands there now, gives what shall stand there."""


@dataclass(slots=True)
class Fix:
    """A gap of moto and the patches that close it."""

    gap: str
    patches: tuple[Patch, ...]
    _originals: list[tuple[Patch, Any]] = field(default_factory=list)

    @property
    def is_applied(self) -> bool:
        return bool(self._originals)

    def apply(self) -> None:
        if self.is_applied:
            return
        for patch in self.patches:
            self._originals.append((patch, _written(patch)))
            current = getattr(patch.owner, patch.attribute, None)
            setattr(patch.owner, patch.attribute, patch.replacement(current))

    def remove(self) -> None:
        while self._originals:
            patch, original = self._originals.pop()
            if original is _ABSENT:
                delattr(patch.owner, patch.attribute)
            else:
                setattr(patch.owner, patch.attribute, original)


def _written(patch: Patch) -> Untyped:
    """Return the attribute as written, a staticmethod still wrapped."""
    return vars(patch.owner).get(patch.attribute, _ABSENT)
