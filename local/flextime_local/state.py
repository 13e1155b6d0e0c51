"""Everything that the stack keeps, by part."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from flextime_local import backends
from flextime_local.dynamodb.service import DynamoDb
from flextime_local.persistence.bucket_part import BucketPart
from flextime_local.persistence.database import Database
from flextime_local.persistence.execution_part import ExecutionPart
from flextime_local.persistence.kept_values import KeptValues
from flextime_local.persistence.mail_part import MailPart
from flextime_local.persistence.queue_part import QueuePart
from flextime_local.persistence.state_errors import ensure_current_format
from flextime_local.persistence.state_store import StateStore
from flextime_local.persistence.user_part import UserPart
from flextime_local.persistence.work_part import WorkPart


@dataclass(frozen=True, slots=True)
class State:
    """The database, the tables in it, and the parts that are kept beside them."""

    store: StateStore
    dynamodb: DynamoDb
    users: UserPart
    executions: ExecutionPart
    work: WorkPart

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Open the state that is kept in a folder.

        Raises what `Database.open` raises, and `OldStateError` for the files of
        version 0.1.0.
        """
        ensure_current_format(folder)
        database = Database.open(folder)
        users = UserPart(backends.user_pools(), KeptValues(database, "users"))
        executions = ExecutionPart(
            backends.state_machines(), KeptValues(database, "executions")
        )
        work = WorkPart.of(database)
        parts = (
            BucketPart(backends.buckets(), KeptValues(database, "objects")),
            QueuePart(backends.queues(), KeptValues(database, "messages")),
            MailPart(backends.mails(), KeptValues(database, "mails")),
            users,
            executions,
        )
        dynamodb = DynamoDb.of(database, backends.tables())
        store = StateStore(database, parts, work)
        return cls(store, dynamodb, users, executions, work)

    def save_users(self) -> None:
        """Write users that were added without a request."""
        with self.store.database.transaction():
            self.users.save_all()
        self.store.make_durable()

    def freeze(self) -> None:
        """Take executions that run now as interrupted: they are about to be stopped."""
        self.store.collect()
        self.executions.freeze()
