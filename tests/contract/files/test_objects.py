from flextime.adapters.s3.objects import Objects


def test_a_missing_object_is_none(objects: Objects) -> None:
    assert objects.get("a/b.json") is None
    assert not objects.exists("a/b.json")
    assert objects.keys("a/") == []


def test_a_second_write_replaces_the_first(objects: Objects) -> None:
    objects.put("a/b.json", b"a long first text")
    objects.put("a/b.json", b"short")

    assert objects.get("a/b.json") == b"short"
    assert objects.exists("a/b.json")


def test_writing_a_new_object_never_replaces_one(objects: Objects) -> None:
    assert objects.put_new("a/b.json", b"first")
    assert not objects.put_new("a/b.json", b"second")

    assert objects.get("a/b.json") == b"first"


def test_keys_are_listed_by_prefix(objects: Objects) -> None:
    for key in ("a/1/x.json", "a/2/y.json", "b/1/x.json"):
        objects.put(key, b"{}")

    assert sorted(objects.keys("a/")) == ["a/1/x.json", "a/2/y.json"]
