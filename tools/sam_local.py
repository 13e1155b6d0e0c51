"""A template for `sam local`: the built one, and where AWS is on this machine.

`sam local` passes on only variables that the template declares. The deployed functions
need neither AWS_ENDPOINT_URL nor keys, so these are declared in a copy; their values
are in the file that `flextime local --sam-env-file` writes.
"""

import json
from pathlib import Path

from samtranslator.yaml_helper import yaml_parse

BUILT = Path(".aws-sam/build/template.yaml")
COPY = BUILT.with_name("sam-local.json")  # beside it: its paths are relative


def main() -> None:
    """Write the template."""
    template = yaml_parse(BUILT.read_text("utf-8"))  # type: ignore[no-untyped-call] # has no types
    variables = template["Globals"]["Function"]["Environment"]["Variables"]
    for name in ("AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        variables[name] = ""
    COPY.write_text(json.dumps(template, indent=2), "utf-8")


if __name__ == "__main__":
    main()
