"""What the fixtures of this folder are."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from flextime_local.moto_fixes.fix import Fix

type Client = Callable[[str], Any]
"""Makes a client of an AWS service against the running stack."""

type Eventually = Callable[[Callable[[], Any]], Any]
"""Waits for the first true answer."""

type Without = Callable[[Fix], AbstractContextManager[None]]
"""Takes a fix out for a while."""
