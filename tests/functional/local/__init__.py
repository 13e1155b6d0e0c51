"""A package, so that its stack ends with its last test (scope `package`)."""
