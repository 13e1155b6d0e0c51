import pytest

from flextime.observability import masked


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
def test_logs_show_neither_names_nor_tokens(text: str, shown: str) -> None:
    assert masked(text) == shown
