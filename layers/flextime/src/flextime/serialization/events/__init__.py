"""Events as JSON messages, and their JSON schemas for consumers."""
