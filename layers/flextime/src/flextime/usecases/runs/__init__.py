"""Optimisation runs: requested by users, carried out step by step by the workflow."""
