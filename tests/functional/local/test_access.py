"""Who may use the AWS endpoint: what other processes and web pages try, refused."""

from collections.abc import Callable
from typing import Any

import boto3
import httpx
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials as SdkCredentials
from botocore.exceptions import ClientError

from flextime_local.credentials import Credentials
from flextime_local.endpoint import Endpoint
from flextime_local.names import REGION
from flextime_local.running_stack import RunningStack
from functional.local.fixtures import Client

type Headers = dict[str, str]
LIST_TABLES = {
    "X-Amz-Target": "DynamoDB_20120810.ListTables",
    "Content-Type": "application/x-amz-json-1.0",
}


@pytest.fixture
def signed(running: RunningStack) -> Callable[..., Headers]:
    """Headers of a request signed with the stack's credentials."""

    def sign(
        method: str = "POST",
        path: str = "/",
        body: bytes = b"{}",
        service: str = "dynamodb",
        **more: str,
    ) -> Headers:
        keys = running.endpoint.credentials
        headers = {**LIST_TABLES, **more}
        request = AWSRequest(method, running.endpoint.url + path, headers, body)
        sdk = SdkCredentials(keys.access_key_id, keys.secret_access_key)
        SigV4Auth(sdk, service, REGION).add_auth(request)
        return dict(request.headers.items())

    return sign


@pytest.fixture
def presigning(running: RunningStack) -> Any:  # noqa: ANN401 - a client of the SDK
    """A client of S3 that presigns with Signature Version 4."""
    keys = running.endpoint.credentials
    return boto3.session.Session().client(
        "s3",
        endpoint_url=running.endpoint.url,
        region_name=REGION,
        aws_access_key_id=keys.access_key_id,
        aws_secret_access_key=keys.secret_access_key,
        config=Config(signature_version="s3v4"),
    )


def ask(running: RunningStack, headers: Headers, body: bytes = b"{}") -> httpx.Response:
    return httpx.post(running.endpoint.url, headers=headers, content=body)


def test_a_signed_request_is_served(
    running: RunningStack, signed: Callable[..., Headers]
) -> None:
    assert ask(running, signed()).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer token"},
        {
            "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/"
            "dynamodb/aws4_request, SignedHeaders=host, Signature=" + 64 * "0"
        },
    ],
    ids=["unsigned", "another scheme", "made up"],
)
def test_a_request_without_a_valid_signature_is_refused(
    running: RunningStack, headers: Headers
) -> None:
    response = ask(running, {**LIST_TABLES, **headers})

    assert response.status_code == 403


def test_a_key_with_another_secret_is_refused(running: RunningStack) -> None:
    keys = running.endpoint.credentials
    forged = Endpoint(running.endpoint.url, Credentials(keys.access_key_id, "guess"))

    with pytest.raises(ClientError, match="SignatureDoesNotMatch"):
        boto3.session.Session().client(
            "dynamodb",
            endpoint_url=forged.url,
            region_name=REGION,
            aws_access_key_id=forged.credentials.access_key_id,
            aws_secret_access_key=forged.credentials.secret_access_key,
            config=Config(retries={"total_max_attempts": 1}),
        ).list_tables()


def test_the_body_the_target_and_the_host_are_what_was_signed(
    running: RunningStack, signed: Callable[..., Headers]
) -> None:
    headers = signed()

    assert ask(running, headers, b'{"Limit": 1}').status_code == 403
    other = {**headers, "X-Amz-Target": "DynamoDB_20120810.DeleteTable"}
    assert ask(running, other).status_code == 403
    rebound = {**headers, "Host": "rebound.example:80"}
    assert ask(running, rebound).status_code == 403


def test_an_old_signature_is_refused(
    running: RunningStack, signed: Callable[..., Headers]
) -> None:
    headers = signed() | {"X-Amz-Date": "20200101T000000Z"}

    assert ask(running, headers).status_code == 403


@pytest.mark.parametrize(
    "sent_by_a_page",
    [{"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["Origin", "Fetch Metadata"],
)
def test_no_web_page_is_served_even_with_a_signature(
    running: RunningStack, signed: Callable[..., Headers], sent_by_a_page: Headers
) -> None:
    assert ask(running, signed() | sent_by_a_page).status_code == 403


def test_simple_requests_of_a_page_change_nothing(
    running: RunningStack, client: Client
) -> None:
    bucket = client("s3").list_buckets()["Buckets"][0]["Name"]
    url = running.endpoint.url

    reset = httpx.post(f"{url}/moto-api/reset", headers={"Content-Type": "text/plain"})
    form = httpx.post(
        f"{url}/{bucket}", data={"key": "evil.txt"}, files={"file": b"evil"}
    )

    assert (reset.status_code, form.status_code) == (403, 403)
    assert "evil.txt" not in str(client("s3").list_objects_v2(Bucket=bucket))


def test_moto_has_no_pages_even_for_signed_requests(
    running: RunningStack, signed: Callable[..., Headers]
) -> None:
    headers = signed("GET", "/moto-api/data.json", b"", "s3")

    response = httpx.get(f"{running.endpoint.url}/moto-api/data.json", headers=headers)

    assert response.status_code == 404


def test_presigned_links_are_signed(presigning: Any) -> None:  # noqa: ANN401 - an SDK client
    s3, bucket = presigning, presigning.list_buckets()["Buckets"][0]["Name"]
    where = {"Bucket": bucket, "Key": "a folder/ä+b.txt"}
    put = s3.generate_presigned_url("put_object", where, ExpiresIn=60)
    get = s3.generate_presigned_url("get_object", where, ExpiresIn=60)

    assert httpx.put(put, content=b"text").status_code == 200
    assert httpx.get(get).content == b"text"
    assert httpx.get(get.replace("b.txt", "c.txt")).status_code == 403
    assert httpx.get(get.replace("Expires=60", "Expires=6000")).status_code == 403
    assert httpx.get(get.partition("?")[0]).status_code == 403


def test_an_expired_link_is_refused(presigning: Any) -> None:  # noqa: ANN401 - an SDK client
    s3, bucket = presigning, presigning.list_buckets()["Buckets"][0]["Name"]
    where = {"Bucket": bucket, "Key": "x"}

    link = s3.generate_presigned_url("get_object", where, ExpiresIn=-901)

    assert httpx.get(link).status_code == 403


def test_of_cognito_only_the_public_operations_are_unsigned(
    running: RunningStack,
) -> None:
    def status(operation: str) -> int:
        target = f"AWSCognitoIdentityProviderService.{operation}"
        headers = LIST_TABLES | {"X-Amz-Target": target}
        return ask(running, headers).status_code

    assert running.sign_in("viewer")
    assert status("AdminCreateUser") == 403
    assert status("ListUserPools") == 403
    pool = running.outputs["UserPoolId"]
    keys = httpx.get(f"{running.endpoint.url}/{pool}/.well-known/jwks.json")
    assert keys.json()["keys"]


def test_credentials_are_new_at_each_start_and_their_secret_is_never_shown() -> None:
    first, second = Credentials.generate(), Credentials.generate()

    assert first != second
    assert first.secret_access_key not in repr(first)
