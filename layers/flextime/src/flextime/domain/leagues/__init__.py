"""A league: teams, venues, calendar, format and goals, and their validation.

`league` is the aggregate; `references`, `league_shape` and `limits` validate a league
document; `preflight` finds leagues that no schedule can satisfy. Modules here may
import `flextime.domain.constraints`, and of `flextime.domain.schedules` only the
classes of a schedule.
"""
