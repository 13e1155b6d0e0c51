"""Neighbourhoods of the compiled search.

Here belong compiled moves and what they share: the state of a search, the removal and
insertion of games, and the choice of a game's date. Modules may import `jit`,
`instance` and `solution`.
"""
