"""Corrections of Cognito user pools."""
