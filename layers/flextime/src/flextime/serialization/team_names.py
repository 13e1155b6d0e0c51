"""Look-up of teams by id, name or short name."""

import re
from difflib import get_close_matches

from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League

_RANK = re.compile(r"^(#|no\.? ?)\d+ |^\(\d+\) | \(\d+\)$")


class TeamNames:
    """Look up the teams of a league by any of their names.

    An ambiguous name is resolved as an id first, then as a full name. Upper and lower
    case, extra spaces and a rank ("#5 Kansas") are ignored; "St." at the end of a name
    matches "State".
    """

    def __init__(self, league: League) -> None:
        self._teams: dict[str, TeamId] = {}
        self._display_names: dict[str, str] = {}
        for kind in ("id", "name", "short_name"):
            for team in league.teams:
                name = _plain(getattr(team, kind))
                self._teams.setdefault(name, team.id)
                self._display_names.setdefault(name, team.name)

    def find(self, text: str) -> TeamId | None:
        """Return the id of a team, or None if no team has this name."""
        plain = _plain(text)
        return self._teams.get(plain) or self._teams.get(_without_abbreviation(plain))

    def unknown_team_message(self, text: str) -> str:
        """Return an error message for an unknown name, with the most similar name."""
        close = get_close_matches(_plain(text)[:100], self._teams, n=1)
        hint = f"; did you mean {self._display_names[close[0]]}?" if close else ""
        shown = text.strip()
        if len(shown) > 60:
            shown = f"{shown[:60]}…"
        return f"this league has no team called {shown!r}{hint}"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _without_abbreviation(plain: str) -> str:
    return re.sub(r" st\.?$", " state", _RANK.sub("", plain).strip())
