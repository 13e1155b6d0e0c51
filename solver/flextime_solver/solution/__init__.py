"""Schedules as arrays: delta evaluation, conversion from and to the domain, violations.

A change is made, evaluated, and then committed or undone; no search strategy belongs
here. Imports the domain (`flextime.domain`), `jit` and `instance`.
"""
