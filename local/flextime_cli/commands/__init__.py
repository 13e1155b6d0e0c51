"""One module for each command; they import the rest of this package, not each other."""
