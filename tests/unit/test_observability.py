import pytest

from flextime.observability import instrumented, redact
from lambdas import LambdaContext


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "sent to ann.lee+x@athletics.example.edu",
            "sent to ***@athletics.example.edu",
        ),
        ('{"owner": "ann@x.org"}', '{"owner": "***@x.org"}'),
        ("Bearer eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl", "Bearer ***"),
        (
            "arn:aws:states:us-east-1:1:run @ home",
            "arn:aws:states:us-east-1:1:run @ home",
        ),
    ],
)
def test_addresses_and_tokens_are_redacted(text: str, shown: str) -> None:
    assert redact(text) == shown


def test_a_handler_that_is_a_callable_object_can_be_traced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Adapter:
        def __call__(self, event: str, _context: object) -> str:
            return event.upper()

    monkeypatch.setenv("LAMBDA_TASK_ROOT", "/var/task")
    monkeypatch.setenv("POWERTOOLS_TRACE_DISABLED", "true")

    assert instrumented(Adapter())("hello", LambdaContext()) == "HELLO"
