"""The double round robin without byes, one date a round: a search of its own.

Every ordered pair plays once and every team in every round, so a move is a list of
games that exchange rounds. What it would cost is counted before anything is changed;
at low temperatures nearly all moves are refused, and those leave nothing to take back.
"""
