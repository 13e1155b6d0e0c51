"""Read a table's stream by sequence number."""

from dataclasses import dataclass

from flextime_local.dynamodb.stream_rows import Record, StreamRows

_KEPT_NUMBERS = 1000


@dataclass(frozen=True, slots=True)
class StreamReader:
    """One of the readers of the stream with this ARN."""

    name: str
    arn: str
    streams: StreamRows

    def __post_init__(self) -> None:
        self.streams.register(self.table_name, self.name)

    @property
    def table_name(self) -> str:
        """Name of the table."""
        return self.arn.split(":table/")[1].split("/")[0]

    def first(self) -> int:
        """Return the sequence number of the oldest record kept."""
        return self.streams.first(self.table_name)

    def end(self) -> int:
        """Return the sequence number of the next record."""
        return self.streams.end()

    def read(self, position: int, most: int) -> list[Record]:
        """Return up to `most` records from a position on, as Lambda receives them."""
        records = self.streams.read(self.table_name, position, most)
        return [record | {"eventSourceARN": self.arn} for record in records]

    def forget_before(self, position: int) -> None:
        """Drop records that all readers have read, except for the last thousand."""
        self.streams.forget_before(self.table_name, self.name, position, _KEPT_NUMBERS)
