"""One lock for everything the AWS endpoint keeps.

Whoever changes or reads several things at once holds it: a request to the table, a
transaction of the database. Held for milliseconds, never while waiting for
a child process or the network.
"""

from threading import RLock
from typing import Final

STATE_LOCK: Final = RLock()
