"""Where things are, and how far apart."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius R1 of the IUGG."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place on the map.

    Attributes
    ----------
    latitude, longitude
        Degrees, WGS 84, north and east positive.
    time_zone
        IANA name; dates and times at this place are read in it.
    """

    latitude: float
    longitude: float
    time_zone: str

    def __post_init__(self) -> None:
        if not -90 <= self.latitude <= 90:
            raise ValueError("latitude must lie between -90 and 90 degrees")
        if not -180 <= self.longitude <= 180:
            raise ValueError("longitude must lie between -180 and 180 degrees")


def distance_m(start: Location, end: Location) -> int:
    """Great-circle distance by the haversine formula, in whole metres."""
    latitude_1, latitude_2 = radians(start.latitude), radians(end.latitude)
    half_chord_squared = (
        sin((latitude_2 - latitude_1) / 2) ** 2
        + cos(latitude_1)
        * cos(latitude_2)
        * sin(radians(end.longitude - start.longitude) / 2) ** 2
    )
    # Rounding may carry the square of antipodes a last bit above 1.
    return round(2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half_chord_squared))))


def is_time_zone(name: str) -> bool:
    """Whether IANA knows a time zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # OSError: the name of a folder among the zones, or one too long for a file.
        return False
    return True
