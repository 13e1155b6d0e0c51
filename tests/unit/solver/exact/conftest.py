import pytest

from flextime_solver.backends.outcome import ExactParams


@pytest.fixture
def params() -> ExactParams:
    """Time enough for any machine: small leagues take a fraction of a second."""
    return ExactParams(time_limit_s=300)
