"""FlexTime: makes, checks, explains and keeps season schedules."""
