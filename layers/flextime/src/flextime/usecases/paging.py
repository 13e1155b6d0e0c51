"""Pages of a list: which one is asked for, and what it contains."""

from dataclasses import dataclass

from flextime.usecases.aggregates import Listable, Versioned


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page of a list to read, in order of id.

    Attributes
    ----------
    limit
        Maximum number of items.
    cursor
        `Page.cursor` of the previous page; None for the first page.
    newest_first
        Reverse the order. Generated ids sort by time of creation.
    """

    limit: int = 50
    cursor: str | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Page[T: Listable]:
    """The items of one page; `cursor` is None on the last page."""

    items: tuple[Versioned[T], ...]
    cursor: str | None
