import pytest

from flextime.domain.leagues.geography import Location, distance_m

ZONE = "America/Chicago"


def test_a_location_is_at_distance_0_from_itself() -> None:
    here = Location(31.5536, -97.1206, ZONE)

    assert distance_m(here, here) == 0


def test_a_degree_of_latitude_is_111195_metres() -> None:
    assert distance_m(Location(40, -100, ZONE), Location(41, -100, ZONE)) == 111_195


def test_the_antipode_is_half_the_circumference_away() -> None:
    assert distance_m(Location(0, 0, ZONE), Location(0, 180, ZONE)) == 20_015_114


def test_a_distance_may_cross_the_date_line() -> None:
    west, east = Location(0, -179.5, ZONE), Location(0, 179.5, ZONE)

    assert distance_m(west, east) == 111_195


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90.1, 0), (-91, 0), (0, 180.5), (float("nan"), 0)]
)
def test_coordinates_out_of_range_are_rejected(
    latitude: float, longitude: float
) -> None:
    with pytest.raises(ValueError, match="degrees"):
        Location(latitude, longitude, ZONE)
