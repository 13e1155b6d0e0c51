"""Unions whose members are told apart by their `kind`.

Says so to whoever reads documents, without depending on a validation library:
pydantic asks an annotation for its core schema by the method below, a plain dict.
"""

from dataclasses import dataclass
from typing import Any, get_args


@dataclass(frozen=True, slots=True)
class ToldApartBy:
    """Annotation of a union of dataclasses that each have a `Literal` field `name`."""

    name: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - a typing construct, whatever it is
        handler: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
    ) -> dict[str, Any]:
        return {
            "type": "tagged-union",
            "discriminator": self.name,
            "choices": {
                member.__dataclass_fields__[self.name].default: handler.generate_schema(
                    member
                )
                for member in get_args(source)
            },
        }
