import json
from collections.abc import Iterator

import pytest
from botocore.exceptions import ClientError
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client


@pytest.fixture
def socket(running: RunningStack) -> Iterator[ClientConnection]:
    url = f"{running.web_socket_url}/live?token=good"
    with connect(url, open_timeout=60) as socket:
        yield socket


@pytest.mark.parametrize(
    ("message", "route"),
    [
        ('{"action": "say", "word": "hello"}', "say"),
        ('{"action": "unknown"}', "$default"),
        ("no JSON", "$default"),
    ],
)
def test_a_message_reaches_its_route_and_the_answer_comes_back(
    socket: ClientConnection, message: str, route: str
) -> None:
    socket.send(message)

    assert json.loads(socket.recv(60)) == {"route": route, "heard": message}


def test_who_is_not_welcome_is_turned_away(running: RunningStack) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        connect(f"{running.web_socket_url}/live?token=bad", open_timeout=60)


def test_a_connection_that_is_gone_is_gone(client: Client) -> None:
    connections = client("apigatewaymanagementapi")

    with pytest.raises(ClientError, match="GoneException"):
        connections.post_to_connection(ConnectionId="nobody", Data=b"x")
