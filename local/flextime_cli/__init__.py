"""The command line: check and solve schedules, and run the whole system locally."""
