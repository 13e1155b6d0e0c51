"""Documents in and out: JSON and CSV, with the place of every fault."""
