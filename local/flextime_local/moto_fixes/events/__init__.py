"""Corrections of EventBridge."""
