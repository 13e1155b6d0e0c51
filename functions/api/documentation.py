"""The documentation page: Swagger UI, served by the API itself.

The files come from the package fastapi-offline, so that the page needs no other host.
Its content security policy permits this API alone and no inline script.
"""

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, HTTPException, Response

_PACKAGE = "fastapi-offline"
_MEDIA_TYPES = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "start.js": "text/javascript",
}
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FlexTime API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
"""
_START = """\
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
"""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

router = APIRouter(prefix="/docs", include_in_schema=False)


@router.get("")
async def read_page() -> Response:
    """Return the page."""
    headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
    return Response(_PAGE, headers=headers, media_type="text/html")


@router.get("/{name}")
async def read_file(name: str) -> Response:
    """Return a file of the page."""
    media_type = _MEDIA_TYPES.get(name)
    if media_type is None:
        raise HTTPException(404, "the documentation has no such file")
    headers = {"ETag": f'"{version(_PACKAGE)}"'}
    return Response(_content(name), headers=headers, media_type=media_type)


@cache
def _content(name: str) -> bytes:
    if name == "start.js":
        return _START.encode()
    # Located without being imported: its files are all that is needed.
    spec = find_spec("fastapi_offline")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(_PACKAGE)
    return (Path(spec.origin).parent / "static" / name).read_bytes()
