"""XML elements that know where they stand, and attributes read with their faults."""

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
    """An element and its path from the root, such as ``/Instance/Resources/Teams``."""

    element: Element
    path: str
    invalid: type[InvalidInput] = InvalidLeague

    @classmethod
    def parse(
        cls, text: str | bytes, root: str, invalid: type[InvalidInput] = InvalidLeague
    ) -> Self:
        """The root of a document whose root element must be called `root`.

        Names count without their namespace.
        """
        try:
            element = fromstring(text)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            # ParseError: also for an unknown encoding, as LookupError is.
            raise invalid((Problem("/", f"no well-formed XML: {error}"),)) from None
        for each in element.iter():
            each.tag = each.tag.rpartition("}")[2]
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

    def children_at(self, path: str, tag: str | None = None) -> tuple["Node", ...]:
        """The children of the element at `path`; none where it is missing.

        Where `tag` is given, all must be called so.
        """
        parent = self.child(path)
        nodes = () if parent is None else tuple(parent.children())
        for node in nodes:
            if tag is not None and node.tag != tag:
                raise node.error(None, f"no such element here, only {tag}")
        return nodes

    def text(self, path: str) -> str | None:
        """The text of the element at `path`, without space around it."""
        found = self.element.find(path)
        return None if found is None else (found.text or "").strip()

    def has(self, *names: str) -> bool:
        """Whether one of these attributes says something."""
        return any(self.element.get(name, "").strip() for name in names)

    def attribute(self, name: str, default: str | None = None) -> str:
        value = self.element.get(name, "").strip() or default
        if value is None:
            raise self.error(name, "this attribute is missing")
        return value

    def integer(self, name: str, default: int | None = None) -> int:
        text = self.attribute(name, None if default is None else str(default))
        return self.parse_integer(text, lambda message: self.error(name, message))

    @staticmethod
    def parse_integer(text: str, fault: Callable[[str], InvalidInput]) -> int:
        """A whole number; raises what `fault` makes of the reason why it is none."""
        shown = text if len(text) <= 30 else f"{text[:30]}…"
        try:
            number = int(text)
        except ValueError:
            raise fault(f"{shown!r} is no whole number") from None
        if abs(number) > MAX_LIMIT:
            raise fault(f"{shown} does not lie between -{MAX_LIMIT} and {MAX_LIMIT}")
        return number

    def choice[T](self, name: str, choices: dict[str, T], default: str = "") -> T:
        """What the attribute's word stands for, in capitals or not."""
        text = self.attribute(name, default or None)
        if text.upper() not in choices:
            raise self.error(name, f"{text!r} is none of {', '.join(choices)}")
        return choices[text.upper()]

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
                raise self.error(name, f"{entry!r} is no pair such as 0,1")
            found.append((parts[0], parts[1]))
        return tuple(found)

    def error(self, attribute: str | None, message: str) -> InvalidInput:
        """The error to raise for an attribute, or for the element itself."""
        place = self.path if attribute is None else f"{self.path}/@{attribute}"
        return self.invalid((Problem(place, message),))
