"""A schedule: its games, its evaluation by the checker, and its life cycle.

`games` holds a schedule as a plain list of placed games, `season_schedule` the stored
aggregate. `timeline`, `travel`, `structure`, `score` and `checker` evaluate a schedule.
Modules here may import `flextime.domain.leagues` and `flextime.domain.constraints`.
"""
