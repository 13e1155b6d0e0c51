"""The command line: judge and make schedules, and run the whole system, on a laptop."""
