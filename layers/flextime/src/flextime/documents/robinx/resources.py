"""Teams, slots and their groups, as constraints of an instance refer to them."""

from dataclasses import dataclass

from flextime.documents.robinx.elements import Node
from flextime.domain.ids import SlotId, TeamId


@dataclass(frozen=True)
class Resources:
    """What an instance has, by id, and the members of its groups."""

    teams: tuple[TeamId, ...]
    team_names: dict[TeamId, str]
    slots: tuple[SlotId, ...]
    team_groups: dict[str, tuple[TeamId, ...]]
    slot_groups: dict[str, tuple[SlotId, ...]]

    @classmethod
    def read(cls, instance: Node) -> "Resources":
        teams = instance.below("Resources/Teams")
        slots = instance.below("Resources/Slots")
        _no_duplicates(teams)
        _no_duplicates(slots)
        return cls(
            teams=tuple(TeamId(node.attribute("id")) for node in teams),
            team_names={
                TeamId(node.attribute("id")): node.attribute("name", "")
                for node in teams
            },
            slots=tuple(SlotId(node.attribute("id")) for node in slots),
            team_groups={
                group: tuple(TeamId(name) for name in members)
                for group, members in _groups(
                    instance.below("Resources/TeamGroups"), teams, "teamGroups"
                ).items()
            },
            slot_groups={
                group: tuple(SlotId(name) for name in members)
                for group, members in _groups(
                    instance.below("Resources/SlotGroups"), slots, "slotGroup"
                ).items()
            },
        )

    def chosen_teams(self, node: Node, suffix: str = "") -> tuple[TeamId, ...]:
        """Teams that an element names, alone and by groups."""
        named = tuple(TeamId(name) for name in node.names(f"teams{suffix}"))
        for name in named:
            if name not in self.team_names:
                raise node.fault(f"teams{suffix}", f"there is no team {name!r}")
        groups = node.names(f"teamGroups{suffix}")
        for group in groups:
            if group not in self.team_groups:
                message = f"there is no team group {group!r}"
                raise node.fault(f"teamGroups{suffix}", message)
        grouped = (name for group in groups for name in self.team_groups[group])
        return tuple(dict.fromkeys((*named, *grouped)))

    def chosen_slots(self, node: Node) -> tuple[SlotId, ...]:
        """Slots that an element names, alone and by groups, in order of time."""
        known = set(self.slots)
        named = [SlotId(name) for name in node.names("slots")]
        for name in named:
            if name not in known:
                raise node.fault("slots", f"there is no slot {name!r}")
        for group in node.names("slotGroups"):
            if group not in self.slot_groups:
                raise node.fault("slotGroups", f"there is no slot group {group!r}")
            named.extend(self.slot_groups[group])
        return tuple(slot for slot in self.slots if slot in set(named))


def _no_duplicates(nodes: tuple[Node, ...]) -> None:
    seen: set[str] = set()
    for node in nodes:
        name = node.attribute("id")
        if name in seen:
            raise node.fault("id", f"{name!r} is used twice")
        seen.add(name)


def _groups(
    groups: tuple[Node, ...], members: tuple[Node, ...], attribute: str
) -> dict[str, tuple[str, ...]]:
    """Members say to which groups they belong, some files with a plural."""
    found: dict[str, list[str]] = {group.attribute("id"): [] for group in groups}
    for member in members:
        name = attribute if attribute in member.element.attrib else f"{attribute}s"
        for group in member.names(name):
            if group not in found:
                raise member.fault(name, f"there is no group {group!r}")
            found[group].append(member.attribute("id"))
    return {group: tuple(names) for group, names in found.items()}
