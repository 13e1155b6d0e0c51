"""Teams by whatever people call them: id, name or short name."""

import re
from difflib import get_close_matches

from flextime.domain.ids import TeamId
from flextime.domain.leagues.league import League

_RANK = re.compile(r"^(#|no\.? ?)\d+ |^\(\d+\) | \(\d+\)$")


class TeamNames:
    """Finds a league's teams; where names clash, ids go first, then full names.

    Capitals, spaces and a rank ("#5 Kansas") do not matter; "St." ends a name as
    "State" does.
    """

    def __init__(self, league: League) -> None:
        self._teams: dict[str, TeamId] = {}
        self._shown: dict[str, str] = {}
        for kind in ("id", "name", "short_name"):
            for team in league.teams:
                name = _plain(getattr(team, kind))
                self._teams.setdefault(name, team.id)
                self._shown.setdefault(name, team.name)

    def find(self, text: str) -> TeamId | None:
        plain = _plain(text)
        return self._teams.get(plain) or self._teams.get(_written_out(plain))

    def unknown_team_message(self, text: str) -> str:
        """Why `text` is no team, with the closest name that is one."""
        close = get_close_matches(_plain(text)[:100], self._teams, n=1)
        hint = f"; did you mean {self._shown[close[0]]}?" if close else ""
        shown = text.strip()
        if len(shown) > 60:
            shown = f"{shown[:60]}…"
        return f"no team of this league is called {shown!r}{hint}"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _written_out(plain: str) -> str:
    return re.sub(r" st\.?$", " state", _RANK.sub("", plain).strip())
