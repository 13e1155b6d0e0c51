"""The documentation page needs no other host and permits none."""

import re

import pytest

from functional.api.gateway import Gateway


@pytest.fixture
def stranger(api: Gateway) -> Gateway:
    return Gateway(api.application, claims={})


def test_the_page_refers_to_this_api_alone(stranger: Gateway) -> None:
    page = stranger.get("/docs")

    references = re.findall(r'(?:src|href)="([^"]*)"', page.body.decode())
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert [name for name in references if name != "data:,"] == [
        "docs/swagger-ui.css",
        "docs/swagger-ui-bundle.js",
        "docs/start.js",
    ]
    for name in references[1:]:
        assert stranger.get(f"/{name}").status == 200


def test_the_policy_permits_neither_inline_scripts_nor_other_hosts(
    stranger: Gateway,
) -> None:
    page = stranger.get("/docs")

    policy = page.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert b"<script>" not in page.body


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("swagger-ui.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_of_the_page_is_sent_once(
    stranger: Gateway, name: str, media_type: str
) -> None:
    path = f"/docs/{name}"
    file = stranger.get(path)
    again = stranger.send("GET", path, headers={"if-none-match": file.etag})

    assert (file.headers["content-type"], again.status) == (media_type, 304)


@pytest.mark.parametrize("name", ["x.js", "..", "../app.py", "redoc.standalone.js"])
def test_other_files_are_not_found(stranger: Gateway, name: str) -> None:
    assert stranger.get(f"/docs/{name}").code == "not-found"
