import asyncio
import socket

from event_loops import run_alone
from flextime_local.ports import listen, port_of


def test_small_answers_leave_at_once() -> None:
    """Otherwise each of them waits 40 ms for the client's acknowledgement."""

    async def has_no_delay() -> bool:
        asked: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def accept(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            option = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            asked.set_result(bool(option))
            writer.close()

        with listen(0) as taken:
            server = await asyncio.start_server(accept, sock=taken)
            _, writer = await asyncio.open_connection("127.0.0.1", port_of(taken))
            response = await asked
            writer.close()
            await writer.wait_closed()
            server.close()
            return response

    assert run_alone(has_no_delay())
