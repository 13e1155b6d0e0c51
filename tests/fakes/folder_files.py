"""Files of runs and revisions in a folder instead of a bucket."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from flextime.adapters.s3.attempt_files import ObjectAttemptFiles
from flextime.adapters.s3.revisions import ObjectRevisions
from flextime.adapters.s3.run_files import ObjectRunFileStore
from flextime.domain.ids import AttemptId, RunId, TenantId


class FolderObjects:
    """An `Objects` whose keys are paths below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        try:
            return (self._folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, body: bytes) -> None:
        path = self._folder / key
        self._written(path, body).replace(path)

    def put_new(self, key: str, body: bytes) -> bool:
        path = self._folder / key
        written = self._written(path, body)
        try:
            os.link(written, path)
        except FileExistsError:
            return False
        else:
            return True
        finally:
            written.unlink()

    def exists(self, key: str) -> bool:
        return (self._folder / key).exists()

    def keys(self, prefix: str) -> list[str]:
        found = (
            path.relative_to(self._folder).as_posix()
            for path in self._folder.rglob("*.json")
        )
        return sorted(key for key in found if key.startswith(prefix))

    def _written(self, path: Path, body: bytes) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(body)
        return Path(file.name)


class FolderAttemptFiles(ObjectAttemptFiles):
    """The files of an attempt in a folder."""

    def __init__(
        self, folder: Path, tenant: TenantId, run: RunId, attempt: AttemptId
    ) -> None:
        super().__init__(FolderObjects(folder), tenant, run, attempt)


class FolderRunFileStore(ObjectRunFileStore):
    """The files of runs in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(FolderObjects(folder))


class FolderRevisions(ObjectRevisions):
    """Revisions in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(FolderObjects(folder))
