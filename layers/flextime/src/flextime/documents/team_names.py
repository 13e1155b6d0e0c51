"""Teams by whatever people call them: id, name or short name."""

from difflib import get_close_matches

from flextime.domain.ids import TeamId
from flextime.domain.league import League


class TeamNames:
    """Finds a league's teams; where names clash, ids go first, then full names."""

    def __init__(self, league: League) -> None:
        self._teams: dict[str, TeamId] = {}
        self._shown: dict[str, str] = {}
        for kind in ("id", "name", "short_name"):
            for team in league.teams:
                name = _plain(getattr(team, kind))
                self._teams.setdefault(name, team.id)
                self._shown.setdefault(name, team.name)

    def find(self, text: str) -> TeamId | None:
        return self._teams.get(_plain(text))

    def refusal(self, text: str) -> str:
        """Why `text` is no team, with the closest name that is one."""
        close = get_close_matches(_plain(text), self._teams, n=1)
        hint = f"; did you mean {self._shown[close[0]]}?" if close else ""
        return f"no team of this league is called {text.strip()!r}{hint}"


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
