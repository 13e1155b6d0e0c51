"""Discriminated unions, declared without depending on a validation library.

pydantic asks an annotation for its core schema through a method of a fixed name, which
returns a plain dictionary; `Discriminator` implements that method.
"""

from dataclasses import dataclass
from typing import Any, get_args


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Annotate a union of dataclasses that are distinguished by one `Literal` field.

    A member may list several literals: each of them selects it when a document is read.

    Attributes
    ----------
    name
        Name of that field in every member of the union.
    """

    name: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - a union, for which typing has no type
        handler: Any,  # noqa: ANN401 - pydantic's, which the domain does not import
    ) -> dict[str, Any]:
        """Return pydantic's schema of a tagged union."""
        choices: dict[str, Any] = {}
        for member in get_args(source):
            schema = handler.generate_schema(member)
            for tag in get_args(member.__dataclass_fields__[self.name].type):
                choices[tag] = schema
        return {
            "type": "tagged-union",
            "discriminator": self.name,
            "choices": choices,
        }
