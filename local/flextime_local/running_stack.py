"""A running stack: its addresses and users, and how to stop it."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Self

from flextime_local.demo_users import DemoUser
from flextime_local.endpoint import Endpoint
from flextime_local.sign_in import sign_in
from flextime_local.waiting import wait_for


@dataclass(frozen=True, slots=True)
class RunningStack:
    """What a caller needs of a stack that has started."""

    http_url: str
    endpoint: Endpoint
    """The AWS endpoint, with the credentials that requests are signed with."""
    outputs: Mapping[str, str]
    """Outputs of the template: table, bucket, user pool, ..."""
    users: tuple[DemoUser, ...]
    client_id: str | None
    """Of the user pool's app client, to sign in with."""
    ready_s: float
    mails: Callable[[], list[object]]
    """What the system has sent by mail so far."""
    _closing: ExitStack = field(default_factory=ExitStack)
    _stopped: Event = field(default_factory=Event)

    def closed_by(self, closing: ExitStack) -> Self:
        """Return a copy that closes these resources when it stops."""
        return replace(self, _closing=closing)

    @property
    def web_socket_url(self) -> str:
        """Address of the WebSocket API."""
        return self.http_url.replace("http://", "ws://", 1)

    def user(self, role: str) -> DemoUser:
        """Return the demo user with a role."""
        return next(user for user in self.users if user.role == role)

    def sign_in(self, role: str) -> str:
        """Return an ID token of the demo user with a role."""
        if self.client_id is None:
            raise LookupError("the template has no user pool client")
        user = self.user(role)
        return sign_in(self.endpoint.url, self.client_id, user.email, user.password)

    def stop(self) -> None:
        """Stop everything that the stack started; its state is kept."""
        if not self._stopped.is_set():
            self._stopped.set()
            self._closing.close()

    def wait(self) -> None:
        """Return when the stack has been stopped."""
        wait_for(self._stopped)
