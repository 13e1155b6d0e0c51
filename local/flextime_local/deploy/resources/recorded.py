"""Resources that moto's CloudFormation does not know: their properties are kept.

What runs or listens (functions, APIs, mappings) reads them after the deployment.
"""

from typing import Any, ClassVar, Self

from flextime_local.any_types import Untyped
from flextime_local.names import ACCOUNT_ID, REGION


class Recorded:
    """A resource whose properties are recorded and looked up later."""

    TYPE: ClassVar[str]
    NAME_PROPERTY: ClassVar[str] = ""

    def __init__(
        self, name: str, properties: dict[str, Any], metadata: dict[str, Any]
    ) -> None:
        self.name = name
        self.properties = properties
        self.metadata = metadata
        self.logical_resource_id = ""

    @property
    def physical_resource_id(self) -> str:
        return self.name

    @property
    def arn(self) -> str:
        _, service, kind = self.TYPE.lower().split("::")
        place = "" if service == "iam" else REGION
        return f"arn:aws:{service}:{place}:{ACCOUNT_ID}:{kind}/{self.name}"

    def get_cfn_attribute(self, attribute_name: str) -> Untyped:
        if attribute_name.endswith("Arn"):
            return self.arn
        return self.properties.get(attribute_name, f"{self.name}-{attribute_name}")

    @classmethod
    def cloudformation_name_type(cls) -> str:
        return cls.NAME_PROPERTY

    @classmethod
    def cloudformation_type(cls) -> str:
        return cls.TYPE

    @classmethod
    def has_cfn_attr(cls, _attr: str) -> bool:
        return True

    @classmethod
    def create_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,  # noqa: ARG003 - moto's signature
        region_name: str,  # noqa: ARG003 - moto's signature
        **kwargs: Untyped,  # noqa: ARG003 - moto's signature
    ) -> Self:
        resource = cls(
            resource_name,
            cloudformation_json["Properties"],
            cloudformation_json.get("Metadata", {}),
        )
        resource.set_up()
        return resource

    def set_up(self) -> None:
        """Make in moto what stands behind the resource; most have nothing there."""

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: Untyped,  # noqa: ARG003 - moto's signature
        new_resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> Self:
        return cls.create_from_cloudformation_json(
            new_resource_name, cloudformation_json, account_id, region_name
        )

    @classmethod
    def delete_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> None:
        """Do nothing: every start deploys anew."""

    def is_created(self) -> bool:
        return True
