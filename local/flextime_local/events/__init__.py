"""Everything that no request drives: deliveries, streams, queues and schedules."""
