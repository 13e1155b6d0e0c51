"""What a web page of another origin can do to the local stack: nothing."""

import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from browser.conftest import Browse
from functional.local.processes import StackProcess

ATTACK = """<!doctype html><title>evil</title><pre id="log"></pre>
<iframe name="sink"></iframe>
<form id="form" target="sink" method="post" enctype="multipart/form-data"
      action="AWS/BUCKET"><input name="key" value="evil.txt">
      <input name="file" value="evil"></form>
<img src="AWS/moto-api/reset" width="1">
<script>
const log = document.getElementById("log");
async function attempt(name, url, options) {
  let outcome = "unreadable";
  try {
    const response = await fetch(url, options);
    if (response.type !== "opaque") outcome = "read " + response.status;
  } catch (error) { outcome = "blocked"; }
  log.append(name + "=" + outcome + "\\n");
}
const target = operation => ({method: "POST", body: "{}", headers: {
  "X-Amz-Target": "DynamoDB_20120810." + operation,
  "Content-Type": "application/x-amz-json-1.0"}});
(async () => {
  await attempt("reset", "AWS/moto-api/reset", {method: "POST", mode: "no-cors",
    headers: {"Content-Type": "text/plain"}, body: ""});
  await attempt("data", "AWS/moto-api/data.json");
  await attempt("put", "AWS/BUCKET/evil.txt", {method: "PUT", body: "evil"});
  await attempt("post", "AWS/", {method: "POST", mode: "no-cors", body:
    "Action=DeleteQueue&QueueUrl=x", headers:
    {"Content-Type": "application/x-www-form-urlencoded"}});
  await attempt("tables", "AWS/", target("ListTables"));
  document.getElementById("form").submit();
  await new Promise(done => setTimeout(done, 1500));
  log.append("done\\n");
})();
</script>
"""


@pytest.fixture
def other_origin(tmp_path: Path) -> Iterator[str]:
    """Address of a server that serves the folder `tmp_path`."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path))  # type: ignore[arg-type] # as socketserver calls it

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_of_another_origin_reads_and_changes_nothing(
    browse: Browse, stack: StackProcess, other_origin: str, tmp_path: Path
) -> None:
    s3 = stack.client("s3")
    bucket = s3.list_buckets()["Buckets"][0]["Name"]
    tables = stack.client("dynamodb").list_tables()["TableNames"]
    page = ATTACK.replace("AWS", stack.endpoint.url).replace("BUCKET", bucket)
    (tmp_path / "evil.html").write_text(page)

    document = browse(f"{other_origin}/evil.html", "--virtual-time-budget=15000")

    outcomes = dict(re.findall(r"(\w+)=(.+)", document.split('<pre id="log">')[1]))
    assert "done" in document
    assert {outcomes[name] for name in ("data", "put", "tables")} == {"blocked"}
    assert {outcomes[name] for name in ("reset", "post")} <= {"blocked", "unreadable"}
    assert stack.client("dynamodb").list_tables()["TableNames"] == tables
    assert "Contents" not in s3.list_objects_v2(Bucket=bucket, Prefix="evil")


def test_a_foreign_name_that_resolves_to_this_machine_is_refused(
    browse: Browse, stack: StackProcess
) -> None:
    port = stack.endpoint.url.rpartition(":")[2]

    document = browse(
        f"http://rebound.example:{port}/moto-api/data.json",
        "--host-resolver-rules=MAP rebound.example 127.0.0.1",
    )

    assert "AccessDenied" in document
