"""Objects in the buckets: the newest version of each."""

import re
from dataclasses import dataclass
from typing import Final

from moto.s3.models import FakeKey, S3Backend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request
from flextime_local.persistence.kept_values import KeptValues

_DELETED_KEY = re.compile(rb"<Key>(.*?)</Key>", re.DOTALL)
_WRITES = {"PUT", "POST", "DELETE"}
_ATTRIBUTES: Final = (
    "_etag",
    "_version_id",
    "_is_versioned",
    "_storage_class",
    "last_modified",
    "encryption",
    "kms_key_id",
    "bucket_key_enabled",
    "checksum_algorithm",
    "checksum_value",
    "checksum_type",
    "checksum_parts",
)


@dataclass(frozen=True, slots=True)
class BucketPart:
    """Keeps the objects of S3; objects of a bucket that is gone stay on disk."""

    backend: S3Backend
    values: KeptValues

    def save_changes(self, request: Request | None) -> None:
        """Write the objects that a request has changed."""
        if request is None or request.method not in _WRITES or not _is_s3(request):
            return
        bucket_name, _, key = request.path.lstrip("/").partition("/")
        bucket = self.backend.buckets.get(bucket_name)
        if bucket is None:
            return
        for name in [key] if key else _deleted_keys(request):
            stored: Untyped = bucket.keys.get(name)
            if isinstance(stored, FakeKey):
                attributes = {one: getattr(stored, one) for one in _ATTRIBUTES}
                content = {"metadata": dict(stored.metadata), "attributes": attributes}
                self.values.put(f"{bucket_name}/{name}", content, stored.value)
            else:  # deleted, or a delete marker
                self.values.delete(f"{bucket_name}/{name}")

    def restore(self) -> None:
        """Put every object back into its bucket."""
        for path, content, body in self.values.all():
            bucket_name, _, name = path.partition("/")
            bucket = self.backend.buckets.get(bucket_name)
            if bucket is None:
                continue
            stored = FakeKey(
                name,
                body or b"",
                self.backend.account_id,
                self.backend.region_name,
                bucket_name=bucket_name,
            )
            for attribute, value in content["attributes"].items():
                setattr(stored, attribute, value)
            stored.set_metadata(content["metadata"])
            bucket.keys.setlist(name, [stored])


def _is_s3(request: Request) -> bool:
    if request.service is not None:
        return request.service == "s3"
    return "X-Amz-Signature" in request.query  # a presigned link


def _deleted_keys(request: Request) -> list[str]:
    return [match.decode() for match in _DELETED_KEY.findall(request.body)]
