"""Parse update expressions."""

from functools import lru_cache
from itertools import combinations

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.names import Names
from flextime_local.dynamodb.expressions.paths import (
    Path,
    overlap,
    parse_path,
    path_text,
)
from flextime_local.dynamodb.expressions.terms import parse_term
from flextime_local.dynamodb.expressions.tokens import END, Tokens, tokens_of
from flextime_local.dynamodb.expressions.updates import Assignment, SetChange, Update

_WHAT = "UpdateExpression"
_CLAUSES = ("SET", "REMOVE", "ADD", "DELETE")


@lru_cache(maxsize=1024)
def parse_update(text: str, names: Names) -> Update:
    """Return the update that a text describes; raises `ValidationError`."""
    tokens = Tokens(_WHAT, names, tokens_of(text, _WHAT))
    assignments: list[Assignment] = []
    removals: list[Path] = []
    changes: list[SetChange] = []
    seen: set[str] = set()
    while clause := tokens.take_if(*_CLAUSES):
        if clause in seen:
            raise ValidationError(
                f'Invalid {_WHAT}: The "{clause}" section can only be used once in an '
                "update expression;"
            )
        seen.add(clause)
        while True:
            if clause == "SET":
                assignments.append(_assignment(tokens))
            elif clause == "REMOVE":
                removals.append(parse_path(tokens))
            else:
                changes.append(_change(tokens, clause))
            if not tokens.take_if(","):
                break
    if tokens.next != END:
        raise tokens.error()
    update = Update(tuple(assignments), tuple(removals), tuple(changes))
    _check_overlaps(update)
    return update


def _assignment(tokens: Tokens) -> Assignment:
    path = parse_path(tokens)
    tokens.expect("=")
    return Assignment(path, parse_term(tokens))


def _change(tokens: Tokens, clause: str) -> SetChange:
    path = parse_path(tokens)
    kind, text = tokens.next
    if kind != "value":
        raise tokens.error()
    tokens.take()
    return SetChange(clause, path, text)


def _check_overlaps(update: Update) -> None:
    for one, other in combinations(update.paths, 2):
        if overlap(one, other):
            raise ValidationError(
                f"Invalid {_WHAT}: Two document paths overlap with each other; must "
                "remove or rewrite one of these paths; path one: "
                f"{path_text(one)}, path two: {path_text(other)}"
            )
