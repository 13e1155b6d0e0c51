"""The domain model: leagues, schedules, constraints and optimisation runs.

Values are frozen dataclasses that validate themselves; the checker defines what a
feasible schedule is. This package imports the standard library only: no web framework,
no cloud client, no validation library and no solver.
"""
