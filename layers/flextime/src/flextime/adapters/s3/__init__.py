"""Files of runs and revisions of schedules as objects of a bucket."""
