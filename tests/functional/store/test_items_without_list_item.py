"""A table written by a version without list items can be listed."""

import boto3
import pytest

from contract.store.sample_values import TENANT, a_stored_schedule, save
from contract.store.tables import create_table
from flextime.adapters.dynamodb.items import key
from flextime.adapters.dynamodb.store import DynamoStore
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.list_items import ScheduleListItem
from flextime.usecases.paging import PageRequest
from in_moto import in_moto


def test_a_schedule_without_list_item_is_listed_from_its_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    schedule = a_stored_schedule()
    with in_moto(monkeypatch):
        client = boto3.client("dynamodb")
        create_table(client, "flextime")
        store = DynamoStore(client, "flextime")
        save(store, schedule)
        client.update_item(
            TableName="flextime",
            Key=key(TENANT, SeasonSchedule, schedule.id),
            UpdateExpression="REMOVE list_item",
        )

        (listed,) = store.page(TENANT, ScheduleListItem, PageRequest()).items

    assert listed.value == ScheduleListItem.of(schedule)
