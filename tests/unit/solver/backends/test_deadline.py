from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.params import Backend, MipParams


def test_a_deadline_that_is_over_gives_no_parameters() -> None:
    deadline = Deadline(0)

    assert deadline.is_over
    assert deadline.remaining_s == 0
    assert deadline.limit() is None


def test_limited_parameters_differ_in_their_time_limit_only() -> None:
    params = MipParams(backend=Backend.HIGHS, seed=7, time_limit_s=1e9)

    limited = Deadline(300).limit(params)

    assert limited is not None
    assert 0 < limited.time_limit_s <= 300
    assert (limited.backend, limited.seed) == (Backend.HIGHS, 7)


def test_a_capped_deadline_is_the_earlier_of_two() -> None:
    assert Deadline(300).capped(100).remaining_s <= 100
    assert Deadline(100).capped(300).remaining_s <= 100


def test_a_share_of_a_deadline_is_a_share_of_the_remaining_time() -> None:
    assert Deadline(300).share(0.5).remaining_s <= 150
    assert Deadline(300).share(0).is_over
