"""Updates: SET, REMOVE, ADD and DELETE clauses, applied to a copy of an item."""

import copy
from dataclasses import dataclass

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.names import Values
from flextime_local.dynamodb.expressions.paths import Path, read, remove, write
from flextime_local.dynamodb.expressions.terms import INCORRECT_TYPE, Term
from flextime_local.dynamodb.numbers import add
from flextime_local.dynamodb.values import SETS, Item, Value, normal


@dataclass(frozen=True, slots=True)
class Assignment:
    """``SET path = term``."""

    path: Path
    term: Term


@dataclass(frozen=True, slots=True)
class SetChange:
    """``ADD path :value`` or ``DELETE path :value``."""

    clause: str
    path: Path
    placeholder: str

    def changed(self, old: Value | None, value: Value) -> Value | None:
        """Return the attribute afterwards; None if nothing is left of a set."""
        ((kind, content),) = value.items()
        if self.clause == "ADD" and kind == "N":
            before = {"N": "0"} if old is None else old
            if "N" not in before:
                raise ValidationError(INCORRECT_TYPE)
            return {"N": add(before["N"], content)}
        if kind not in SETS or (old is not None and kind not in old):
            raise ValidationError(INCORRECT_TYPE)
        members = set(old[kind]) if old else set()
        if self.clause == "ADD":
            members |= set(content)
        else:
            members -= set(content)
        return normal({kind: list(members)}) if members else None


@dataclass(frozen=True, slots=True)
class Update:
    """All clauses of an update expression."""

    assignments: tuple[Assignment, ...]
    removals: tuple[Path, ...]
    changes: tuple[SetChange, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path that the update writes."""
        return (
            *(one.path for one in self.assignments),
            *self.removals,
            *(one.path for one in self.changes),
        )

    def applied(self, item: Item, values: Values) -> Item:
        """Return the item after the update; raises `ValidationError`.

        Every term is evaluated on the item as it was before.
        """
        new = copy.deepcopy(item)
        for assignment in self.assignments:
            write(new, assignment.path, assignment.term.result(item, values))
        for change in self.changes:
            value = values.resolve(change.placeholder)
            changed = change.changed(read(item, change.path), value)
            if changed is not None:
                write(new, change.path, changed)
            elif read(new, change.path) is not None:
                remove(new, change.path)
        # The last list members first, so that the indexes of the others stay.
        for path in sorted(self.removals, key=_by_index, reverse=True):
            remove(new, path)
        return new


def _by_index(path: Path) -> int:
    return path[-1] if isinstance(path[-1], int) else -1
