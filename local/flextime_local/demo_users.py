"""Demo users, one for each role, created once for each data folder."""

import json
import secrets
import string
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPool

from flextime_local.persistence.files import check_own, write_whole

DEMO_CONFERENCE: Final = "big12"
_ROLES: Final = ("viewer", "scheduler", "admin")
_PASSWORD_LENGTH: Final = 20


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A user of the pool with a generated password."""

    email: str
    password: str
    role: str
    conference: str


def demo_users(path: Path) -> tuple[DemoUser, ...]:
    """Return the users of a data folder, creating them the first time."""
    if path.exists():
        check_own(path)
        return tuple(DemoUser(**entry) for entry in json.loads(path.read_bytes()))
    users = tuple(
        DemoUser(
            email=f"{role}@{DEMO_CONFERENCE}.example",
            password=_password(),
            role=role,
            conference=DEMO_CONFERENCE,
        )
        for role in _ROLES
    )
    write_whole(path, json.dumps([asdict(user) for user in users], indent=2).encode())
    return users


def _password() -> str:
    # Letters and digits only (it is typed and pasted); one of each that a policy wants.
    alphabet = string.ascii_letters + string.digits
    body = "".join(secrets.choice(alphabet) for _ in range(_PASSWORD_LENGTH - 4))
    return f"{body}aB3-"


def add_users(
    backend: CognitoIdpBackend, pool: CognitoIdpUserPool, users: tuple[DemoUser, ...]
) -> None:
    """Add the users to a pool, unless they are there."""
    known = {user.attribute_lookup.get("email") for user in pool.users.values()}
    for user in users:
        if user.email in known:
            continue
        attributes = {
            "email": user.email,
            "email_verified": "true",
            "name": user.role.capitalize(),
            "custom:conference": user.conference,
        }
        created = backend.admin_create_user(
            pool.id,
            user.email,
            "SUPPRESS",
            user.password,
            [{"Name": name, "Value": value} for name, value in attributes.items()],
        )
        backend.admin_set_user_password(
            pool.id, user.email, user.password, permanent=True
        )
        if user.role in pool.groups:
            backend.admin_add_user_to_group(pool.id, user.role, created.username)
