import json
from typing import Any

import pytest
from moto.cloudformation import parsing
from moto.cloudformation.models import Stack, cloudformation_backends
from moto.s3.models import s3_backends

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.cloudformation.event_bus_reference import (
    EVENT_BUS_REFERENCE,
)
from flextime_local.moto_fixes.cloudformation.json_templates import JSON_TEMPLATES
from flextime_local.moto_fixes.cloudformation.nested_outputs import (
    NESTED_OUTPUTS,
    NoSuchOutputError,
)
from flextime_local.moto_fixes.cloudformation.stable_names import STABLE_NAMES
from flextime_local.moto_fixes.cloudformation.time_to_live import TIME_TO_LIVE
from flextime_local.names import ACCOUNT_ID
from functional.local.fixtures import Without

REGION = "eu-west-1"


def create(resources: dict[str, Any], name: str = "stack") -> Stack:
    backend = cloudformation_backends[ACCOUNT_ID][REGION]
    for stack_id in list(backend.stacks):
        del backend.stacks[stack_id]
    template = json.dumps({"Resources": resources})
    return backend.create_stack(name=name, template=template, parameters={})


def test_generated_names_are_the_same_every_time(without: Without) -> None:
    def names() -> set[str]:
        return {
            parsing.generate_resource_name("AWS::SQS::Queue", "stack", "Queue")
            for _ in range(2)
        }

    assert len(names()) == 1
    with without(STABLE_NAMES):
        assert len(names()) == 2


def test_names_of_buckets_stay_in_lower_case_and_of_archives_short() -> None:
    bucket = parsing.generate_resource_name("AWS::S3::Bucket", "Stack", "Bucket")
    archive = parsing.generate_resource_name("AWS::Events::Archive", "s" * 60, "A")

    assert bucket == bucket.lower()
    assert len(archive) <= 48


def test_a_reference_to_a_bus_is_its_name(without: Without) -> None:
    resources = {
        "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "bus"}},
        "Rule": {
            "Type": "AWS::Events::Rule",
            "Properties": {
                "EventBusName": {"Ref": "Bus"},
                "EventPattern": {"source": ["x"]},
            },
        },
    }
    stack: Untyped = create(resources)

    assert stack.resource_map["Rule"].event_bus_name == "bus"
    stack.delete()
    with without(EVENT_BUS_REFERENCE), pytest.raises(AttributeError):
        create(resources)


def test_a_template_in_json_is_not_read_as_yaml(
    without: Without, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowReader(Exception):
        pass

    def read_as_yaml(*_: object, **__: object) -> None:
        raise SlowReader

    monkeypatch.setattr("yaml.load", read_as_yaml)

    assert Stack.parse_template('{"Resources": {}}') == {"Resources": {}}
    with without(JSON_TEMPLATES), pytest.raises(SlowReader):
        Stack.parse_template('{"Resources": {}}')


TABLE = {
    "Type": "AWS::DynamoDB::Table",
    "Properties": {
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
        "TimeToLiveSpecification": {"AttributeName": "expires_at", "Enabled": True},
    },
}


def test_a_tables_time_to_live_takes_effect(without: Without) -> None:
    def time_to_live() -> str:
        stack: Untyped = create({"Table": TABLE})
        status: str = stack.resource_map["Table"].ttl["TimeToLiveStatus"]
        stack.delete()
        return status

    assert time_to_live() == "ENABLED"
    with without(TIME_TO_LIVE):
        assert time_to_live() == "DISABLED"


def test_outputs_of_a_nested_stack_can_be_referred_to(without: Without) -> None:
    bucket = s3_backends[ACCOUNT_ID]["aws"]
    if "nested-templates" not in bucket.buckets:
        bucket.create_bucket("nested-templates", REGION)
    nested = {
        "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
        "Outputs": {"Word": {"Value": "found"}},
    }
    bucket.put_object("nested-templates", "n.json", json.dumps(nested).encode())

    def word(output: str) -> object:
        stack: Untyped = create(
            {
                "Nested": {
                    "Type": "AWS::CloudFormation::Stack",
                    "Properties": {
                        "TemplateURL": "https://s3.amazonaws.com/nested-templates/n.json"
                    },
                }
            }
        )
        return stack.resource_map["Nested"].get_cfn_attribute(f"Outputs.{output}")

    assert word("Word") == "found"
    with pytest.raises(NoSuchOutputError, match=r"Outputs\.Other"):
        word("Other")
    with without(NESTED_OUTPUTS), pytest.raises(AttributeError):
        word("Word")
