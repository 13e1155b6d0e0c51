"""Compilation with numba, and what compiled code is built from.

Decorators that compile functions, records, random numbers and sets of bits. Nothing
here knows what a league is. Imports numpy and numba only, no package of the solver.
"""
