"""Templates from disk, as `sam package` would hand them to CloudFormation.

Local paths of code become `s3://local/<absolute path>`, the form that SAM's
translator asks for; nested templates are put into a bucket of the endpoint.
"""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

type Template = dict[str, Any]
type Upload = Callable[[str, str], str]
"""Stores a nested template under a name and returns its URL."""

_LOCAL_BUCKET = "local"
_PATH_PROPERTIES = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::StateMachine": "DefinitionUri",
}
_NESTED_PROPERTIES = {
    "AWS::Serverless::Application": "Location",
    "AWS::CloudFormation::Stack": "TemplateURL",
}


class TemplateError(ValueError):
    """The template cannot be deployed on one machine; the message says why."""


class _NoManagedPolicies:
    """The translator asks for names of managed policies; none is attached here."""

    def load(self) -> dict[str, str]:
        return {}


@dataclass(frozen=True, slots=True)
class Packaging:
    upload: Upload
    parameters: dict[str, str]

    def package(self, path: Path) -> Template:
        """Read a template and return plain CloudFormation, nested ones uploaded."""
        template = self._read(path)
        resources: dict[str, Any] = template.get("Resources", {})
        for resource in resources.values():
            self._point_to_local_code(resource, path.parent)
            self._upload_nested(resource, path.parent)
        return self._translated(template, path)

    def _read(self, path: Path) -> Template:
        try:
            template = yaml_parse(path.read_text("utf-8"))  # type: ignore[no-untyped-call] # it has no types
        except OSError as error:
            raise TemplateError(f"cannot read the template {path}: {error}") from error
        if not isinstance(template, dict) or "Resources" not in template:
            raise TemplateError(f"{path} is no template: it has no Resources")
        # YAML anchors share objects, and the translator writes into what it is given.
        copied: Template = json.loads(json.dumps(template, default=str))
        globals_ = copied.get("Globals", {}).get("Function", {})
        if isinstance(globals_.get("CodeUri"), str):
            globals_["CodeUri"] = _as_local_uri(path.parent, globals_["CodeUri"])
        return copied

    def _point_to_local_code(self, resource: dict[str, Any], folder: Path) -> None:
        name = _PATH_PROPERTIES.get(resource["Type"])
        properties = resource.get("Properties", {})
        if name and isinstance(properties.get(name), str):
            properties[name] = _as_local_uri(folder, properties[name])

    def _upload_nested(self, resource: dict[str, Any], folder: Path) -> None:
        name = _NESTED_PROPERTIES.get(resource["Type"])
        location = resource.get("Properties", {}).get(name) if name else None
        if name and isinstance(location, str) and "://" not in location:
            nested = self.package(folder / location)
            url = self.upload(location, json.dumps(nested))
            resource["Properties"][name] = url

    def _translated(self, template: Template, path: Path) -> Template:
        if "Transform" not in template:
            return template
        metadata = {
            name: copy.deepcopy(resource["Metadata"])
            for name, resource in template["Resources"].items()
            if "Metadata" in resource
        }
        try:
            translated: Template = transform(
                template,
                self.parameters,
                _NoManagedPolicies(),  # type: ignore[arg-type] # only load() is used
            )
        except Exception as error:
            raise TemplateError(f"{path}: {error}") from error
        translated.pop("Transform", None)
        for name, entry in metadata.items():
            if name in translated["Resources"]:
                translated["Resources"][name]["Metadata"] = entry
        return translated


def _as_local_uri(folder: Path, path: str) -> str:
    return f"s3://{_LOCAL_BUCKET}{(folder / path).resolve()}"


def local_path_of(location: dict[str, str]) -> Path:
    """Return the path on disk that an S3 location of a packaged template stands for."""
    bucket = location.get("Bucket") or location["S3Bucket"]
    if bucket != _LOCAL_BUCKET:
        raise TemplateError(f"code in bucket {bucket} is not on this machine")
    return Path("/") / (location.get("Key") or location["S3Key"])
