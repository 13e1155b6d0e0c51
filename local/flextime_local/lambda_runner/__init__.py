"""Lambda functions as warm child processes."""
