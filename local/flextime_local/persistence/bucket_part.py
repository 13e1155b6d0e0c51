"""Objects in the buckets: the newest version of each."""

import re
from dataclasses import dataclass, field
from typing import Any, ClassVar

from moto.s3.models import S3Backend

from flextime_local.any_types import Untyped
from flextime_local.aws_endpoint.message import Request

_DELETED_KEY = re.compile(rb"<Key>(.*?)</Key>", re.DOTALL)
_WRITES = {"PUT", "POST", "DELETE"}


@dataclass(slots=True)
class BucketPart:
    name: ClassVar[str] = "buckets"
    backend: S3Backend
    _unplaced: dict[str, Any] = field(default_factory=dict)

    def changes(self, request: Request | None) -> Untyped:
        if request is None or request.method not in _WRITES or not self._is_s3(request):
            return None
        bucket_name, _, key = request.path.lstrip("/").partition("/")
        bucket = self.backend.buckets.get(bucket_name)
        if bucket is None:
            return None
        keys = [key] if key else _deleted_keys(request)
        return [(bucket_name, name, bucket.keys.get(name)) for name in keys] or None

    def _is_s3(self, request: Request) -> bool:
        if request.service is not None:
            return request.service == "s3"
        return "X-Amz-Signature" in request.query  # a presigned link

    def apply(self, changes: Untyped) -> None:
        for bucket_name, key, stored in changes:
            bucket = self.backend.buckets.get(bucket_name)
            if bucket is None:
                continue
            if stored is None:
                if key in bucket.keys:
                    bucket.keys.pop(key)
            else:
                bucket.keys.setlist(key, [stored])

    def everything(self) -> Untyped:
        buckets = {
            name: {key: bucket.keys.get(key) for key in bucket.keys}
            for name, bucket in self.backend.buckets.items()
        }
        return self._unplaced | buckets

    def restore(self, everything: Untyped) -> None:
        for name, objects in everything.items():
            bucket = self.backend.buckets.get(name)
            if bucket is None:
                self._unplaced[name] = objects
                continue
            for key, stored in objects.items():
                bucket.keys.setlist(key, [stored])


def _deleted_keys(request: Request) -> list[str]:
    return [match.decode() for match in _DELETED_KEY.findall(request.body)]
