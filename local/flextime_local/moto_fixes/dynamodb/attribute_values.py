"""Items are written as they are, not by asking each for every type it could have.

moto's serialiser looks up all ten possible members of each attribute value under
several spellings, which makes four fifths of the time of a query.
"""

from collections.abc import Callable

from botocore.model import StructureShape
from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.models.dynamo_type import DynamoType

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch


def _plain(serializer: Untyped, value: Untyped) -> dict[str, Untyped]:
    if isinstance(value, DynamoType):
        kind, content = value.type, value.value
    else:
        ((kind, content),) = value.items()
    match kind:
        case "M":
            content = {name: _plain(serializer, one) for name, one in content.items()}
        case "L":
            content = [_plain(serializer, one) for one in content]
        case "B":
            content = serializer._base64(content)  # noqa: SLF001 - a fix
        case "BS":
            content = [serializer._base64(one) for one in content]  # noqa: SLF001 - moto's own codec
        case "N" | "S":
            content = str(content)
    return {kind: content}


def _directly(original: Callable[..., None]) -> Callable[..., None]:
    def serialize_type_structure(
        serializer: BaseJSONSerializer,
        serialized: Untyped,
        value: Untyped,
        shape: StructureShape,
        key: str,
    ) -> None:
        if shape.name == "AttributeValue" and key and value is not None:
            serialized[key] = _plain(serializer, value)
        else:
            original(serializer, serialized, value, shape, key)

    return serialize_type_structure


ATTRIBUTE_VALUES = Fix(
    gap="four fifths of a query's time go into looking for types a value has not",
    patches=(Patch(BaseJSONSerializer, "_serialize_type_structure", _directly),),
)
