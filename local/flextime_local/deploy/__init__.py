"""Deployment of the template into moto."""
