"""`flextime dead-letters`: messages that nobody could handle."""

# ruff: noqa: PLC0415 - boto3 takes half a second to import, which only this needs.

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError

from flextime.domain.errors import InvalidInput
from flextime_cli.command_errors import CommandError, reporting_errors

if TYPE_CHECKING:
    from flextime_cli.waiting_messages import Message

dead_letters = typer.Typer(
    help="Look at dead letters, repair them and send them again.", no_args_is_help=True
)

EndpointUrl = Annotated[
    str | None,
    typer.Option(help="AWS endpoint of a local stack; default: that of the account"),
]
Queue = Annotated[str, typer.Option(help="name of the dead-letter queue")]
Identifier = Annotated[str, typer.Argument(metavar="ID", help="id of the message")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]


def list_command(
    queue: Queue, endpoint_url: EndpointUrl = None, *, as_json: AsJson = False
) -> None:
    """List the messages of a queue, oldest first."""
    from flextime_cli.waiting_messages import WaitingMessages, aws_errors

    with aws_errors(), WaitingMessages(queue, endpoint_url).received() as messages:
        rows = [_summary(message) for message in messages.values()]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        typer.echo(f"{row['id']}  {row['sent_at']}  {row['about']}  {row['reason']}")


def show_command(
    identifier: Identifier,
    queue: Queue,
    endpoint_url: EndpointUrl = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show one message: its event, ready to be repaired, or its whole body."""
    from flextime_cli.waiting_messages import WaitingMessages, aws_errors

    with aws_errors(), WaitingMessages(queue, endpoint_url).one(identifier) as message:
        shown = _summary(message) | {"body": message.body, "event": _event(message)}
    content = shown["body"] if shown["event"] is None else shown["event"]
    typer.echo(json.dumps(shown, indent=2) if as_json else content)


def resend_command(
    identifier: Identifier,
    queue: Queue,
    endpoint_url: EndpointUrl = None,
    bus: Annotated[
        str | None, typer.Option(help="publish the event on this event bus")
    ] = None,
    to_queue: Annotated[
        str | None, typer.Option(help="move the message to this queue")
    ] = None,
    event: Annotated[
        Path | None,
        typer.Option(help="a repaired event to publish instead", dir_okay=False),
    ] = None,
) -> None:
    """Send a message again, and remove it from the queue once it is accepted."""
    from flextime_cli.waiting_messages import WaitingMessages, aws_errors

    if (bus is None) == (to_queue is None):
        raise CommandError("give either --bus or --to-queue")
    if event is not None and bus is None:
        raise CommandError("--event needs --bus")
    repaired = event.read_text("utf-8") if event else None
    with aws_errors():
        waiting = WaitingMessages(queue, endpoint_url)
        with waiting.one(identifier) as message:
            if to_queue is not None:
                waiting.send_to(to_queue, message.body)
            elif bus is not None:
                _publish(repaired or _event_of(message), bus, endpoint_url)
            waiting.delete(message)
    typer.echo(f"{identifier} is sent again")


def discard_command(
    identifier: Identifier, queue: Queue, endpoint_url: EndpointUrl = None
) -> None:
    """Remove one message for good."""
    from flextime_cli.waiting_messages import WaitingMessages, aws_errors

    with aws_errors():
        waiting = WaitingMessages(queue, endpoint_url)
        with waiting.one(identifier) as message:
            waiting.delete(message)
    typer.echo(f"{identifier} is discarded")


dead_letters.command("list")(reporting_errors(list_command))
dead_letters.command("show")(reporting_errors(show_command))
dead_letters.command("resend")(reporting_errors(resend_command))
dead_letters.command("discard")(reporting_errors(discard_command))


def _summary(message: "Message") -> dict[str, Any]:
    """Return what a list shows of a message."""
    try:
        body = json.loads(message.body)
        content = json.loads(_event(message) or message.body)
    except ValueError:
        body = content = None
    body = body if isinstance(body, dict) else {}
    content = content if isinstance(content, dict) else {}
    batch = "a batch of the stream" if "DDBStreamBatchInfo" in body else "unknown"
    about = content.get("event_type") or content.get("detail-type") or batch
    condition = body.get("requestContext", {}).get("condition", "")
    return {
        "id": message.id,
        "sent_at": message.sent_at.isoformat(timespec="seconds"),
        "about": about,
        "reason": body.get("reason") or condition,
    }


def _event(message: "Message") -> str | None:
    """Return the event in the message; None if it has none."""
    from flextime.serialization.events.dead_letters import read_dead_letter

    try:
        return read_dead_letter(message.body).text
    except InvalidInput:
        return None


def _event_of(message: "Message") -> str:
    event = _event(message)
    if event is None:
        raise CommandError(
            f"message {message.id} has no event; move it with --to-queue, or publish"
            " an event with --event"
        )
    return event


def _publish(text: str, bus: str, endpoint_url: str | None) -> None:
    """Publish an event; raise `CommandError` if it is invalid or not accepted."""
    import boto3

    from flextime.adapters.messaging.eventbridge import EventBridgeBus
    from flextime.serialization.events.envelope import read_envelope
    from flextime.serialization.events.outbox import read_outbox_event

    try:
        read_envelope(text)
        outbox_event = read_outbox_event(text)
    except (AttributeError, ValidationError, InvalidInput, ValueError) as error:
        reason = str(error).replace("\n", " ")
        raise CommandError(f"this is not an event of FlexTime: {reason}") from error
    client = boto3.client("events", endpoint_url=endpoint_url)
    rejected = EventBridgeBus(client, bus).publish([outbox_event])
    for rejection in rejected.values():
        raise CommandError(f"the bus did not accept the event: {rejection.reason}")
