"""API Gateway: HTTP API and WebSocket API on one port."""
