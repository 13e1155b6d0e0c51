"""FlexTime: makes, checks, explains and keeps season schedules."""

__version__ = "0.2.0"
