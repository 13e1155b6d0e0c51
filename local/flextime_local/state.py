"""Everything that the stack keeps, by part."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from flextime_local import backends
from flextime_local.persistence.bucket_part import BucketPart
from flextime_local.persistence.execution_part import ExecutionPart
from flextime_local.persistence.mail_part import MailPart
from flextime_local.persistence.queue_part import QueuePart
from flextime_local.persistence.state_store import StateStore
from flextime_local.persistence.table_part import TablePart
from flextime_local.persistence.user_part import UserPart
from flextime_local.persistence.work_part import WorkPart


@dataclass(frozen=True, slots=True)
class State:
    """The parts of the state and their store."""

    store: StateStore
    executions: ExecutionPart
    work: WorkPart

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the state that is kept in a folder."""
        executions = ExecutionPart(backends.state_machines())
        work = WorkPart()
        parts = (
            TablePart(backends.tables()),
            BucketPart(backends.buckets()),
            QueuePart(backends.queues()),
            UserPart(backends.user_pools()),
            MailPart(backends.mails()),
            executions,
        )
        return cls(StateStore(folder, parts, work), executions, work)
