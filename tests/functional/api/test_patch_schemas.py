from typing import Any

from api.patch_schemas import add_patch_schemas

PREFIX = "#/components/schemas/"
TEXT = {"type": "string"}


def patch_of(name: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """Return all schemas after the body of a PATCH of `name` was documented."""
    media = {"schema": {"$ref": PREFIX + name}}
    content = {"application/merge-patch+json": media}
    document = {
        "paths": {"/": {"patch": {"requestBody": {"content": content}}}},
        "components": {"schemas": schemas, "responses": {}},
    }
    add_patch_schemas(document)
    assert media["schema"] == {"$ref": f"{PREFIX}{name}Patch"}
    return schemas


def test_all_fields_of_a_patch_are_optional_and_optional_ones_may_be_null() -> None:
    game = {
        "properties": {"id": TEXT, "slot": TEXT | {"default": "4"}},
        "required": ["id"],
    }

    schemas = patch_of("Game", {"Game": game})

    patch = schemas["GamePatch"]
    assert "required" not in patch
    assert patch["properties"]["id"] == TEXT
    assert patch["properties"]["slot"] == {"anyOf": [TEXT, {"type": "null"}]}


def test_an_object_within_a_patch_is_patched_and_a_list_is_replaced() -> None:
    place = {"properties": {"city": TEXT}, "required": ["city"]}
    venue: dict[str, Any] = {
        "properties": {
            "place": {"$ref": PREFIX + "Place"},
            "former": {"type": "array", "items": {"$ref": PREFIX + "Place"}},
        },
        "required": ["place", "former"],
    }

    schemas = patch_of("Venue", {"Venue": venue, "Place": place})

    properties = schemas["VenuePatch"]["properties"]
    assert properties["place"] == {"$ref": PREFIX + "PlacePatch"}
    assert properties["former"] == venue["properties"]["former"]
    assert "required" not in schemas["PlacePatch"]


def test_a_patch_of_a_union_has_the_shared_fields_and_may_have_others() -> None:
    kinds = {
        "Rest": {"properties": {"kind": {"const": "rest"}, "id": TEXT, "days": {}}},
        "Trip": {"properties": {"kind": {"const": "trip"}, "id": TEXT, "games": {}}},
    }
    refs = {name.lower(): PREFIX + name for name in kinds}
    rule = {
        "oneOf": [{"$ref": ref} for ref in refs.values()],
        "discriminator": {"propertyName": "kind", "mapping": refs},
    }

    schemas = patch_of("Rule", {"Rule": rule, **kinds})

    patch = schemas["RulePatch"]
    assert patch["properties"].keys() == {"kind", "id"}
    assert patch["properties"]["kind"]["enum"] == ["rest", "trip"]
    assert patch["additionalProperties"] is True


def test_schemas_that_only_the_patch_used_are_dropped() -> None:
    game = {"properties": {"id": TEXT}, "required": ["id"]}

    assert patch_of("Game", {"Game": game, "Other": {}}).keys() == {"GamePatch"}
