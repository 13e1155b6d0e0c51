"""Leagues compiled to arrays, and what can be derived from them before a search.

One module per kind of constraint in `constraints` says what the constraint counts.
Imports the domain (`flextime.domain`) and `jit`.
"""
