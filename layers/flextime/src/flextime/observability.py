"""What Lambdas tell their operators: logs, traces and metrics.

Powertools reads its own POWERTOOLS_* variables; outside Lambda the tracer is silent.
"""

from aws_lambda_powertools import Logger, Metrics, Tracer

logger = Logger()
tracer = Tracer()
metrics = Metrics(namespace="FlexTime")
