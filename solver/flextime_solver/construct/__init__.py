"""Construction of first schedules, and the trip model that chooses opponents.

Here belong functions that return games to start a search from. Modules may import
`jit`, `instance`, `solution`, `moves`, `annealing`, `special`, `search` and `backends`.
"""
