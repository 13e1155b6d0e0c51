"""Schedules as CSV tables.

`table_text` splits a text into rows, `game_rows` interprets the fields of a row,
`series` combines rows into games, and `schedules` is the entry point.
"""
