"""Hypothesis for every level: the same examples each time, and no clock.

Ctrl-C is heard by the processes that tests start, even where whoever started the tests
has it ignored (as a shell does with what it starts in the background).
"""

import signal

from hypothesis import settings

signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("default", max_examples=40, derandomize=True, deadline=None)
# For a search at leisure: pytest tests/property --hypothesis-profile=deep
settings.register_profile("deep", max_examples=2000, deadline=None)
settings.load_profile("default")
