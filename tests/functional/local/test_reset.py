"""`--reset` moves the state aside, and the stack works on an empty one."""

from pathlib import Path

from functional.local.fixtures import Eventually
from functional.local.processes import StackProcess, note, sent_mails


def notes(stack: StackProcess) -> list[str]:
    found = stack.client("dynamodb").scan(TableName=stack.outputs["TableName"])
    return [item["sk"]["S"] for item in found["Items"]]


def publish(stack: StackProcess, key: str, text: str) -> None:
    stack.client("dynamodb").put_item(
        TableName=stack.outputs["TableName"], Item=note(key, "ann", text)
    )


def test_events_go_on_after_a_reset_and_the_earlier_state_is_still_there(
    tmp_path: Path, eventually: Eventually
) -> None:
    first = StackProcess.start(tmp_path)
    for number in range(5):
        publish(first, f"{number}", f"before {number}")
    assert eventually(lambda: len(sent_mails(first)) == 5)
    first.kill()

    second = StackProcess.start(tmp_path, "--reset")
    try:
        assert notes(second) == []
        assert sent_mails(second) == []
        publish(second, "1", "after")
        assert eventually(lambda: sent_mails(second) == ["after"])
    finally:
        second.kill()

    third = StackProcess.start(tmp_path)
    try:
        assert notes(third) == ["1"]
    finally:
        third.kill()
    (aside,) = tmp_path.glob("state-*")
    aside.rename(tmp_path / "elsewhere")
    (tmp_path / "state").rename(tmp_path / "state-of-the-second")
    (tmp_path / "elsewhere").rename(tmp_path / "state")
    again = StackProcess.start(tmp_path)
    try:
        assert sorted(notes(again)) == ["0", "1", "2", "3", "4"]
    finally:
        again.kill()
