"""The port that answers AWS requests: own services, and moto for all others."""
