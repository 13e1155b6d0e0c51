"""Errors of a state that the stack cannot start with; the message is one sentence."""

from pathlib import Path

_WAY_OUT = "start with --reset to move the state aside and begin with an empty one"


class OldStateError(RuntimeError):
    """The folder holds the state of version 0.1.0."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was written by version 0.1.0, which this version cannot read: "
            f"run version 0.1.0 on this folder, or {_WAY_OUT}"
        )


class OtherSchemaError(RuntimeError):
    """The database has the schema of another version."""

    def __init__(self, path: Path, found: int) -> None:
        super().__init__(
            f"{path} was written by another version of the local stack (schema "
            f"{found}): use that version, or {_WAY_OUT}"
        )


class DamagedStateError(RuntimeError):
    """The database is damaged."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} is damaged ({detail}): put back a copy of its folder, "
            f"or {_WAY_OUT}"
        )


class StateNotWrittenError(RuntimeError):
    """A change could not be written; nothing is acknowledged any more."""

    def __init__(self, path: Path, error: Exception) -> None:
        super().__init__(
            f"{path} could not be written ({error}): nothing is accepted until the "
            "stack is started again"
        )


def ensure_current_format(folder: Path) -> None:
    """Raise `OldStateError` if version 0.1.0 has kept its state in a folder."""
    for pattern in ("snapshot-*.bin", "journal-*.bin"):
        for path in sorted(folder.glob(pattern)):
            raise OldStateError(path)
