"""Documents of FlexTime: JSON, CSV tables, RobinX XML and events.

Readers report every error of a document with its place. `tables` holds CSV tables of
games, `robinx` the XML format of the sports scheduling literature, `events` the
messages of the event bus; the modules of this package read and write JSON. They may
import `flextime.domain`, and of `flextime.usecases` only the ports.
"""
