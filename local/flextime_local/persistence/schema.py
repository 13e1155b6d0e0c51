"""Tables of the database, and their version."""

from typing import Final

SCHEMA_VERSION: Final = 1
"""Kept in ``PRAGMA user_version``; raised with every change of `STATEMENTS`."""

STATEMENTS: Final = (
    """CREATE TABLE item (
        table_name TEXT NOT NULL,
        partition BLOB NOT NULL,
        sort BLOB NOT NULL,
        content TEXT NOT NULL,
        size INTEGER NOT NULL,
        expires_at REAL,
        PRIMARY KEY (table_name, partition, sort)
    )""",
    """CREATE INDEX item_expiry ON item (table_name, expires_at)
        WHERE expires_at IS NOT NULL""",
    """CREATE TABLE stream_record (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        table_name TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
    "CREATE INDEX stream_record_table ON stream_record (table_name, number)",
    """CREATE TABLE request_token (
        token TEXT PRIMARY KEY,
        digest TEXT NOT NULL,
        applied_at REAL NOT NULL
    )""",
    "CREATE INDEX request_token_age ON request_token (applied_at)",
    """CREATE TABLE kept (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        part TEXT NOT NULL,
        key TEXT NOT NULL,
        content TEXT NOT NULL,
        body BLOB,
        UNIQUE (part, key)
    )""",
)
"""`item` and `stream_record` are DynamoDB's, `kept` holds all other services'."""
