"""Teams, slots and their groups, as constraints of an instance refer to them."""

from dataclasses import dataclass
from functools import cached_property

from flextime.domain.ids import SlotId, TeamId
from flextime.serialization.robinx.elements import Node


@dataclass(frozen=True)
class Resources:
    """What an instance has, by id, and the members of its groups.

    Attributes
    ----------
    instance
        The element that they are of.
    slots
        In order of time: that of their numbers, else that of the file.
    """

    instance: Node
    teams: tuple[TeamId, ...]
    team_names: dict[TeamId, str]
    slots: tuple[SlotId, ...]
    team_groups: dict[str, tuple[TeamId, ...]]
    slot_groups: dict[str, tuple[SlotId, ...]]

    @classmethod
    def read(cls, instance: Node) -> "Resources":
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
        """Ids, and names that only one team has; an id goes before a name."""
        names = list(self.team_names.values())
        by_name = {
            name: team
            for team, name in self.team_names.items()
            if name and names.count(name) == 1
        }
        return {**by_name, **{team: team for team in self.teams}}

    def team(self, node: Node, attribute: str, text: str) -> TeamId:
        """The team that an attribute names by its id or its name."""
        if text not in self._team_by_text:
            raise node.error(attribute, f"there is no team {text!r}")
        return self._team_by_text[text]

    def slot(self, node: Node, attribute: str, text: str) -> SlotId:
        slot = SlotId(text)
        if slot not in self.slots:
            raise node.error(attribute, f"there is no slot {text!r}")
        return slot

    def chosen_teams(self, node: Node, suffix: str = "") -> tuple[TeamId, ...]:
        """Teams that an element names, alone and by groups; a group may be empty."""
        alone, groups = f"teams{suffix}", f"teamGroups{suffix}"
        if not node.has(alone, groups):
            raise node.error(alone, "no team is named")
        named = [self.team(node, alone, name) for name in node.names(alone)]
        for group in node.names(groups):
            if group not in self.team_groups:
                raise node.error(groups, f"there is no team group {group!r}")
            named.extend(self.team_groups[group])
        return tuple(dict.fromkeys(named))

    def chosen_slots(self, node: Node, suffix: str = "") -> tuple[SlotId, ...]:
        """Slots that an element names, alone and by groups, in order of time.

        All slots where the element names neither.
        """
        alone, groups = f"slots{suffix}", f"slotGroups{suffix}"
        if not node.has(alone, groups):
            return self.slots
        named = {self.slot(node, alone, name) for name in node.names(alone)}
        for group in node.names(groups):
            if group not in self.slot_groups:
                raise node.error(groups, f"there is no slot group {group!r}")
            named.update(self.slot_groups[group])
        return tuple(slot for slot in self.slots if slot in named)

    def ensure_all_slots(self, node: Node) -> None:
        """For constraints that are known over the whole season only."""
        if self.chosen_slots(node) != self.slots:
            attribute = "slots" if node.has("slots") else "slotGroups"
            message = f"{node.tag} is supported over all slots, not over some"
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
        message = f"teams of {len(leagues)} leagues; an instance of one is supported"
        raise instance.error(None, f"Resources/Teams names {message}")


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
    """Members say to which groups they belong, in some files with the other number."""
    _no_duplicates(groups)
    found: dict[str, list[str]] = {group.attribute("id"): [] for group in groups}
    for member in members:
        for attribute in attributes:
            for group in member.names(attribute):
                if group not in found:
                    raise member.error(attribute, f"there is no group {group!r}")
                found[group].append(member.attribute("id"))
    return {group: tuple(names) for group, names in found.items()}
