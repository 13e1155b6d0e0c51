"""The exact side of the solver: small leagues, conflicts, repairs, alternatives.

Everything here is written in rows over whole numbers (docs/model-exact.md) and held
against the domain's checker, with which it shares no code.
"""
