"""DynamoDB's expression language: conditions, updates, projections, keys."""
