"""Locations and great-circle distances."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flextime.domain.text import Label, ensure_texts

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius R1 of the Earth as defined by the IUGG, in metres."""


@dataclass(frozen=True, slots=True)
class Location:
    """A geographical location.

    Attributes
    ----------
    latitude, longitude
        Degrees, WGS 84, north and east positive.
    time_zone
        IANA name of the time zone in which dates and times at this location are read.

    Raises
    ------
    ValueError
        If a coordinate is out of range or `time_zone` violates its limits.
    """

    latitude: float
    longitude: float
    time_zone: Label

    def __post_init__(self) -> None:
        ensure_texts(self)
        if not -90 <= self.latitude <= 90:
            raise ValueError("latitude must lie between -90 and 90 degrees")
        if not -180 <= self.longitude <= 180:
            raise ValueError("longitude must lie between -180 and 180 degrees")


def distance_m(start: Location, end: Location) -> int:
    """Return the great-circle distance in whole metres, by the haversine formula.

    The Earth is a sphere of radius `EARTH_RADIUS_M`.
    """
    latitude_1, latitude_2 = radians(start.latitude), radians(end.latitude)
    half_chord_squared = (
        sin((latitude_2 - latitude_1) / 2) ** 2
        + cos(latitude_1)
        * cos(latitude_2)
        * sin(radians(end.longitude - start.longitude) / 2) ** 2
    )
    # Rounding may give a value slightly above 1 for antipodes.
    return round(2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half_chord_squared))))


def is_time_zone(name: str) -> bool:
    """Return whether the IANA database has a time zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # OSError: the name of a directory of the database, or one too long for a file.
        return False
    return True
