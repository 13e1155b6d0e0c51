import pytest

from builders import a_schedule
from flextime.adapters.s3.objects import Objects
from flextime.adapters.s3.revisions import ObjectRevisions
from flextime.domain.errors import AlreadyExists, NotFound
from flextime.domain.ids import ScheduleId, TenantId

TENANT, SCHEDULE = TenantId("big12"), ScheduleId("mbb")


def test_a_revision_is_read_as_it_was_saved(objects: Objects) -> None:
    revisions = ObjectRevisions(objects)

    revisions.save(TENANT, SCHEDULE, 1, a_schedule("A-B C-D"))

    assert revisions.load(TENANT, SCHEDULE, 1) == a_schedule("A-B C-D")


def test_saving_the_same_games_again_has_no_effect(objects: Objects) -> None:
    revisions = ObjectRevisions(objects)

    revisions.save(TENANT, SCHEDULE, 1, a_schedule("A-B"))
    revisions.save(TENANT, SCHEDULE, 1, a_schedule("A-B"))

    assert revisions.load(TENANT, SCHEDULE, 1) == a_schedule("A-B")


def test_a_revision_never_changes(objects: Objects) -> None:
    revisions = ObjectRevisions(objects)
    revisions.save(TENANT, SCHEDULE, 1, a_schedule("A-B"))

    with pytest.raises(AlreadyExists):
        revisions.save(TENANT, SCHEDULE, 1, a_schedule("B-A"))

    assert revisions.load(TENANT, SCHEDULE, 1) == a_schedule("A-B")


def test_an_unknown_revision_is_not_found(objects: Objects) -> None:
    with pytest.raises(NotFound, match="mbb has no revision 2"):
        ObjectRevisions(objects).load(TENANT, SCHEDULE, 2)
