"""XML elements with their paths, and typed access to their attributes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from flextime.domain.errors import InvalidInput, InvalidLeague, Problem
from flextime.domain.points import MAX_LIMIT


@dataclass(frozen=True)
class Node:
    """An XML element with its path.

    Attributes
    ----------
    path
        Path from the root, such as ``/Instance/Resources/Teams``.
    invalid
        Exception to raise for an error in the element.
    """

    element: Element
    path: str
    invalid: type[InvalidInput] = InvalidLeague

    @classmethod
    def parse(
        cls, text: str | bytes, root: str, invalid: type[InvalidInput] = InvalidLeague
    ) -> Self:
        """Return the root of a document; XML namespaces are ignored.

        Raises
        ------
        InvalidInput
            As the class `invalid`, if the text is not well-formed XML or its root
            element is not called `root`.
        """
        try:
            element = fromstring(text)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            # LookupError: an unknown encoding.
            raise invalid((Problem("/", f"not well-formed XML: {error}"),)) from None
        for each in element.iter():
            each.tag = each.tag.rpartition("}")[2]
        if element.tag != root:
            message = f"the root element is {element.tag}, but must be a RobinX {root}"
            raise invalid((Problem("/", message),))
        return cls(element, f"/{root}", invalid)

    @property
    def tag(self) -> str:
        """The name of the element."""
        return self.element.tag

    def children(self) -> Iterator["Node"]:
        """Yield the child elements; paths number those of the same name from 1."""
        counts: dict[str, int] = {}
        for child in self.element:
            counts[child.tag] = counts.get(child.tag, 0) + 1
            path = f"{self.path}/{child.tag}[{counts[child.tag]}]"
            yield Node(child, path, self.invalid)

    def child(self, path: str) -> "Node | None":
        """Return the first element at a path below this one, or None."""
        found = self.element.find(path)
        return (
            None if found is None else Node(found, f"{self.path}/{path}", self.invalid)
        )

    def children_at(self, path: str, tag: str | None = None) -> tuple["Node", ...]:
        """Return the children of the element at `path`, or none if it is missing.

        Raises
        ------
        InvalidInput
            If `tag` is given and a child has another name.
        """
        parent = self.child(path)
        nodes = () if parent is None else tuple(parent.children())
        for node in nodes:
            if tag is not None and node.tag != tag:
                raise node.error(None, f"unknown element; only {tag} is allowed here")
        return nodes

    def text(self, path: str) -> str | None:
        """Return the stripped text of the element at `path`, or None if missing."""
        found = self.element.find(path)
        return None if found is None else (found.text or "").strip()

    def has(self, *names: str) -> bool:
        """Return whether one of these attributes is present and not empty."""
        return any(self.element.get(name, "").strip() for name in names)

    def attribute(self, name: str, default: str | None = None) -> str:
        """Return an attribute; raise an error if it is missing without a default."""
        value = self.element.get(name, "").strip() or default
        if value is None:
            raise self.error(name, "this attribute is missing")
        return value

    def integer(self, name: str, default: int | None = None) -> int:
        """Return an integer attribute; raise an error if it is missing or invalid."""
        text = self.attribute(name, None if default is None else str(default))
        return self.parse_integer(text, lambda message: self.error(name, message))

    @staticmethod
    def parse_integer(text: str, make_error: Callable[[str], InvalidInput]) -> int:
        """Return an integer, or raise `make_error` of the reason why it is invalid."""
        shown = text if len(text) <= 30 else f"{text[:30]}…"
        try:
            number = int(text)
        except ValueError:
            raise make_error(f"{shown!r} is not an integer") from None
        if abs(number) > MAX_LIMIT:
            raise make_error(f"{shown} is not between -{MAX_LIMIT} and {MAX_LIMIT}")
        return number

    def choice[T](self, name: str, choices: dict[str, T], default: str = "") -> T:
        """Return the choice that an attribute names, in upper or lower case."""
        text = self.attribute(name, default or None)
        if text.upper() not in choices:
            raise self.error(name, f"{text!r} is not one of {', '.join(choices)}")
        return choices[text.upper()]

    def names(self, name: str) -> tuple[str, ...]:
        """Return the entries of an attribute, a list separated by semicolons."""
        text = self.element.get(name, "")
        return tuple(entry.strip() for entry in text.split(";") if entry.strip())

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the pairs of an attribute such as ``0,1;2,3;``."""
        found = []
        for entry in self.names(name):
            parts = [part.strip() for part in entry.split(",")]
            if len(parts) != 2:
                raise self.error(name, f"{entry!r} is not a pair such as 0,1")
            found.append((parts[0], parts[1]))
        return tuple(found)

    def error(self, attribute: str | None, message: str) -> InvalidInput:
        """Return the exception for an attribute, or for the element itself if None."""
        place = self.path if attribute is None else f"{self.path}/@{attribute}"
        return self.invalid((Problem(place, message),))
