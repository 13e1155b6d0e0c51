"""Hypothesis for every level: the same examples each time, and no clock."""

from hypothesis import settings

settings.register_profile("default", max_examples=40, derandomize=True, deadline=None)
# For a search at leisure: pytest tests/property --hypothesis-profile=deep
settings.register_profile("deep", max_examples=2000, deadline=None)
settings.load_profile("default")
