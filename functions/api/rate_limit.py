"""The RateLimit-Policy header: how many requests all clients together may send.

The gateway's token bucket is shared and cannot be queried, so responses carry the
policy alone and no `RateLimit` with the remaining requests (docs/adr/0011). The fields
follow the IETF's draft-ietf-httpapi-ratelimit-headers.
"""

from collections.abc import Mapping

from flextime.settings import MissingSetting, Settings

HEADER = "RateLimit-Policy"


def policy_headers(settings: Settings) -> Mapping[str, str]:
    """Return the header for every response; nothing if no limit is configured."""
    try:
        per_second = settings.api_rate_limit
    except MissingSetting:
        return {}
    return {HEADER: f'"gateway";q={per_second};w=1'}
