"""Schedules as people edit them: games, constraints, revisions and their analysis."""
