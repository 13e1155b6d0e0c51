"""How often all clients together may ask, as the gateway holds them to it.

The gateway's bucket is shared and cannot be asked how full it is, so answers carry the
policy alone and no `RateLimit` with what is left (docs/adr/0011). The fields are those
of the IETF's draft-ietf-httpapi-ratelimit-headers.
"""

from collections.abc import Mapping

from flextime.settings import MissingSetting, Settings

HEADER = "RateLimit-Policy"


def policy_of(settings: Settings) -> Mapping[str, str]:
    """Headers for every answer; none where nobody limits, as in a test."""
    try:
        per_second = settings.api_rate_limit
    except MissingSetting:
        return {}
    return {HEADER: f'"gateway";q={per_second};w=1'}
