from werkzeug.test import Client

from flextime_local.aws_endpoint.dispatcher import Dispatcher
from flextime_local.moto_fixes.server.foreign_pages import FOREIGN_PAGES
from functional.local.fixtures import Without

ALLOWED = "Access-Control-Allow-Origin"


def headers_for_a_page() -> set[str]:
    endpoint = Client(Dispatcher({}, make_durable=lambda _: None))
    response = endpoint.get(
        "/moto-api/data.json", headers={"Origin": "http://elsewhere.example"}
    )
    assert response.status_code == 200
    return set(response.headers.keys())


def test_no_page_of_a_browser_may_read_the_endpoint(without: Without) -> None:
    assert ALLOWED not in headers_for_a_page()
    with without(FOREIGN_PAGES):
        assert ALLOWED in headers_for_a_page()
