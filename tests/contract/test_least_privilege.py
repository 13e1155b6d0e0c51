"""Permissions in the templates follow least privilege."""

import json

from contract.templates import resources, statements, template

# Where "*" is the only resource there is, and why.
EVERYTHING = {
    ("infra/storage.yaml", "DataKey"): "in a key's own policy it is this key",
    (
        "infra/solver_cluster.yaml",
        "ExecutionRole",
    ): "ecr:GetAuthorizationToken knows no resource",
    ("template.yaml", "OptimiseSchedule"): "log delivery knows no resource",
}


def test_no_statement_allows_all_resources() -> None:
    wide = {
        (resource.file, resource.name)
        for resource, statement in statements()
        if statement["Effect"] == "Allow" and statement.get("Resource") == "*"
    }

    assert wide == set(EVERYTHING)


def test_no_role_has_all_permissions_of_a_service() -> None:
    for resource, statement in statements():
        actions = statement["Action"]
        actions = actions if isinstance(actions, list) else [actions]
        if statement["Effect"] == "Allow" and resource.name != "DataKey":
            assert not [a for a in actions if a.endswith(":*") or a == "*"], resource


def test_the_solver_reads_runs_and_writes_files_of_attempts() -> None:
    (role,) = (r for r in resources("::IAM::Role") if r.name == "TaskRole")

    (policy,) = role.properties["Policies"]
    reading, writing, listing = policy["PolicyDocument"]["Statement"]
    assert reading["Action"] == "s3:GetObject"
    assert reading["Resource"]["Fn::Sub"].endswith("${BucketName}/tenants/*/runs/*")
    assert writing["Action"] == "s3:PutObject"
    assert writing["Resource"]["Fn::Sub"].endswith("/tenants/*/runs/*/attempts/*")
    assert listing["Action"] == "s3:ListBucket"


def test_no_user_can_move_to_another_conference() -> None:
    (pool,) = resources("::Cognito::UserPool")
    (client,) = resources("::Cognito::UserPoolClient")

    (conference,) = (a for a in pool.properties["Schema"] if a["Name"] == "conference")
    assert conference["Mutable"] is False
    assert "custom:conference" not in client.properties["WriteAttributes"]
    assert "custom:conference" in client.properties["ReadAttributes"]
    assert pool.properties["AdminCreateUserConfig"] == {
        "AllowAdminCreateUserOnly": True
    }


def test_only_health_and_documentation_need_no_token() -> None:
    api = template("template.yaml")["Resources"]
    events = api["ApiFunction"]["Properties"]["Events"].values()
    closed, opened = set(), set()
    for event in (event["Properties"] for event in events):
        route = f"{event['Method']} {event['Path']}"
        if event.get("Auth") == {"Authorizer": "NONE"}:
            opened.add(route)
        else:
            closed.add(route)

    assert opened == {"GET /health", "GET /openapi.json", "GET /docs"}
    # OPTIONS is not among them: API Gateway answers preflights that have no route.
    assert closed == {
        f"{method} /{{proxy+}}" for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
    }
    authorizer = api["HttpApi"]["Properties"]["Auth"]
    assert authorizer["DefaultAuthorizer"] in authorizer["Authorizers"]


def test_everything_that_stores_data_is_encrypted() -> None:
    for queue in resources("::SQS::Queue"):
        assert queue.properties["KmsMasterKeyId"], queue
    for group in resources("::LogGroup"):
        assert group.properties["KmsKeyId"], group
    for table in resources("::DynamoDB::Table"):
        assert table.properties["SSESpecification"]["SSEType"] == "KMS", table
    for bucket in resources("::S3::Bucket"):
        assert "aws:kms" in json.dumps(bucket.properties["BucketEncryption"]), bucket
