"""Writes what the parts keep, before it is acknowledged."""

from collections.abc import Sequence
from dataclasses import dataclass

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.database import Database
from flextime_local.persistence.part import Part
from flextime_local.persistence.work_part import WorkPart


@dataclass(frozen=True, slots=True)
class StateStore:
    """The parts of the state and the database that they are in."""

    database: Database
    parts: Sequence[Part]
    work: WorkPart

    def restore(self) -> None:
        """Bring back what an earlier process has written."""
        for part in self.parts:
            part.restore()
        self.work.restore()

    def collect(self, request: Request | None = None) -> None:
        """Write what has changed since the last call."""
        with self.database.transaction():
            try:
                for part in self.parts:
                    part.save_changes(request)
            except BaseException as error:
                # The parts take as written what is rolled back now.
                self.database.fail(RuntimeError(repr(error)))
                raise

    def record(self, kind: str, content: Untyped) -> None:
        """Write an entry of the work part, together with everything it rests on."""
        with self.database.transaction():
            self.collect()
            self.work.record(kind, content)

    def make_durable(self, request: Request | None = None) -> None:
        """Return when everything done so far would survive a crash.

        DynamoDB has written its own changes, so its requests need no collecting.
        """
        if request is None or request.service != "dynamodb":
            self.collect(request)
        self.database.sync()

    def close(self) -> None:
        """Write what is left, and close the database."""
        self.collect()
        self.database.close()

    def abandon(self) -> None:
        """Close the files as they are: what is on disk is what was kept."""
        self.database.abandon()
