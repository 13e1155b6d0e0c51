"""ECS tasks as child processes."""
