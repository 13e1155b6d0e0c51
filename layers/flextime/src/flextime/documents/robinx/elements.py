"""XML elements that know where they stand, and attributes read with their faults."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from flextime.domain.errors import InvalidInput, InvalidLeague, Problem


@dataclass(frozen=True)
class Node:
    """An element and its path from the root, such as ``/Instance/Resources/Teams``."""

    element: Element
    path: str
    invalid: type[InvalidInput] = InvalidLeague

    @classmethod
    def parse(
        cls, text: str | bytes, root: str, invalid: type[InvalidInput] = InvalidLeague
    ) -> Self:
        """The root of a document whose root element must be called `root`."""
        try:
            element = fromstring(text)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise invalid((Problem("/", f"no well-formed XML: {error}"),)) from None
        if element.tag != root:
            message = f"the root element is {element.tag}, a RobinX {root} is needed"
            raise invalid((Problem("/", message),))
        return cls(element, f"/{root}", invalid)

    @property
    def tag(self) -> str:
        return self.element.tag

    def children(self) -> Iterator["Node"]:
        counts: dict[str, int] = {}
        for child in self.element:
            counts[child.tag] = counts.get(child.tag, 0) + 1
            path = f"{self.path}/{child.tag}[{counts[child.tag]}]"
            yield Node(child, path, self.invalid)

    def child(self, path: str) -> "Node | None":
        """The first element at a path below this one."""
        found = self.element.find(path)
        return (
            None if found is None else Node(found, f"{self.path}/{path}", self.invalid)
        )

    def below(self, path: str) -> tuple["Node", ...]:
        """The children of the element at `path`; none where it is missing."""
        parent = self.child(path)
        return () if parent is None else tuple(parent.children())

    def text(self, path: str) -> str | None:
        """The text of the element at `path`, without space around it."""
        found = self.element.find(path)
        return None if found is None else (found.text or "").strip()

    def attribute(self, name: str, default: str | None = None) -> str:
        value = self.element.get(name, default)
        if value is None:
            raise self.fault(name, "this attribute is missing")
        return value.strip()

    def number(self, name: str, default: int | None = None) -> int:
        text = self.attribute(name, None if default is None else str(default))
        try:
            return int(text)
        except ValueError:
            raise self.fault(name, f"{text!r} is no whole number") from None

    def choice[T](self, name: str, choices: dict[str, T], default: str = "") -> T:
        """What the attribute's word stands for."""
        text = self.attribute(name, default or None)
        if text not in choices:
            raise self.fault(name, f"{text!r} is none of {', '.join(choices)}")
        return choices[text]

    def names(self, name: str) -> tuple[str, ...]:
        """The entries of a list separated by semicolons."""
        text = self.element.get(name, "")
        return tuple(entry.strip() for entry in text.split(";") if entry.strip())

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """A list of pairs: ``0,1;2,3;``."""
        found = []
        for entry in self.names(name):
            parts = [part.strip() for part in entry.split(",")]
            if len(parts) != 2:
                raise self.fault(name, f"{entry!r} is no pair such as 0,1")
            found.append((parts[0], parts[1]))
        return tuple(found)

    def fault(self, attribute: str | None, message: str) -> InvalidInput:
        """The error to raise for an attribute, or for the element itself."""
        place = self.path if attribute is None else f"{self.path}/@{attribute}"
        return self.invalid((Problem(place, message),))
