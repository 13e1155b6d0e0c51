"""Teams, slots and groups of an instance, and references to them."""

from dataclasses import dataclass
from functools import cached_property

from flextime.domain.ids import SlotId, TeamId
from flextime.serialization.robinx.elements import Node


@dataclass(frozen=True)
class Resources:
    """Teams and slots of an instance, and the members of its groups.

    Attributes
    ----------
    instance
        The root element.
    slots
        In chronological order: by number, or in the order of the file.
    """

    instance: Node
    teams: tuple[TeamId, ...]
    team_names: dict[TeamId, str]
    slots: tuple[SlotId, ...]
    team_groups: dict[str, tuple[TeamId, ...]]
    slot_groups: dict[str, tuple[SlotId, ...]]

    @classmethod
    def read(cls, instance: Node) -> "Resources":
        """Read the resources; raise `InvalidLeague` for a repeated or unknown id."""
        teams = instance.children_at("Resources/Teams", "team")
        slots = instance.children_at("Resources/Slots", "slot")
        _no_duplicates(teams)
        _no_duplicates(slots)
        _one_league(instance, teams)
        return cls(
            instance=instance,
            teams=tuple(TeamId(node.attribute("id")) for node in teams),
            team_names={
                TeamId(node.attribute("id")): node.attribute("name", "")
                for node in teams
            },
            slots=_in_order(tuple(SlotId(node.attribute("id")) for node in slots)),
            team_groups={
                group: tuple(TeamId(name) for name in members)
                for group, members in _groups(
                    instance.children_at("Resources/TeamGroups", "teamGroup"),
                    teams,
                    ("teamGroups", "teamGroup"),
                ).items()
            },
            slot_groups={
                group: tuple(SlotId(name) for name in members)
                for group, members in _groups(
                    instance.children_at("Resources/SlotGroups", "slotGroup"),
                    slots,
                    ("slotGroup", "slotGroups"),
                ).items()
            },
        )

    @cached_property
    def _team_by_text(self) -> dict[str, TeamId]:
        """Teams by id, and by each name that only one team has."""
        names = list(self.team_names.values())
        by_name = {
            name: team
            for team, name in self.team_names.items()
            if name and names.count(name) == 1
        }
        return {**by_name, **{team: team for team in self.teams}}

    def team(self, node: Node, attribute: str, text: str) -> TeamId:
        """Return the team that an attribute refers to by id or name."""
        if text not in self._team_by_text:
            raise node.error(attribute, f"there is no team {text!r}")
        return self._team_by_text[text]

    def slot(self, node: Node, attribute: str, text: str) -> SlotId:
        """Return the slot that an attribute refers to."""
        slot = SlotId(text)
        if slot not in self.slots:
            raise node.error(attribute, f"there is no slot {text!r}")
        return slot

    def chosen_teams(self, node: Node, suffix: str = "") -> tuple[TeamId, ...]:
        """Return the teams of an element, listed singly or by groups."""
        single, groups = f"teams{suffix}", f"teamGroups{suffix}"
        if not node.has(single, groups):
            raise node.error(single, "no team is named")
        named = [self.team(node, single, name) for name in node.names(single)]
        for group in node.names(groups):
            if group not in self.team_groups:
                raise node.error(groups, f"there is no team group {group!r}")
            named.extend(self.team_groups[group])
        return tuple(dict.fromkeys(named))

    def chosen_slots(self, node: Node, suffix: str = "") -> tuple[SlotId, ...]:
        """Return the slots of an element, listed singly or by groups, in order.

        An element without both has all slots.
        """
        single, groups = f"slots{suffix}", f"slotGroups{suffix}"
        if not node.has(single, groups):
            return self.slots
        named = {self.slot(node, single, name) for name in node.names(single)}
        for group in node.names(groups):
            if group not in self.slot_groups:
                raise node.error(groups, f"there is no slot group {group!r}")
            named.update(self.slot_groups[group])
        return tuple(slot for slot in self.slots if slot in named)

    def ensure_all_slots(self, node: Node) -> None:
        """Raise an error if a constraint that needs all slots lists only some."""
        if self.chosen_slots(node) != self.slots:
            attribute = "slots" if node.has("slots") else "slotGroups"
            message = f"{node.tag} is only supported for all slots"
            raise node.error(attribute, message)


def _in_order(slots: tuple[SlotId, ...]) -> tuple[SlotId, ...]:
    if all(slot.isascii() and slot.isdigit() for slot in slots):
        return tuple(sorted(slots, key=_as_number))
    return slots


def _as_number(digits: str) -> tuple[int, str]:
    significant = digits.lstrip("0")
    return len(significant), significant


def _one_league(instance: Node, teams: tuple[Node, ...]) -> None:
    leagues = {node.attribute("league", "") for node in teams}
    if len(leagues) > 1:
        message = f"teams of {len(leagues)} leagues; only one league is supported"
        raise instance.error(None, f"Resources/Teams has {message}")


def _no_duplicates(nodes: tuple[Node, ...]) -> None:
    seen: set[str] = set()
    for node in nodes:
        name = node.attribute("id")
        if name in seen:
            raise node.error("id", f"{name!r} is used twice")
        seen.add(name)


def _groups(
    groups: tuple[Node, ...], members: tuple[Node, ...], attributes: tuple[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the members of each group; members list their groups.

    Some files use the singular and some the plural name of the attribute.
    """
    _no_duplicates(groups)
    found: dict[str, list[str]] = {group.attribute("id"): [] for group in groups}
    for member in members:
        for attribute in attributes:
            for group in member.names(attribute):
                if group not in found:
                    raise member.error(attribute, f"there is no group {group!r}")
                found[group].append(member.attribute("id"))
    return {group: tuple(names) for group, names in found.items()}
