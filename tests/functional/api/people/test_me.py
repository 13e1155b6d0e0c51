from functional.api.gateway import VIEWER, Gateway


def test_the_caller_is_described_by_their_token(api: Gateway) -> None:
    assert api.of(groups=VIEWER).get("/v1/me").json == {
        "user": "ann",
        "email": "ann@example.edu",
        "conference": "big12",
        "role": "viewer",
    }
