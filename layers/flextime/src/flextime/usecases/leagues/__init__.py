"""The conference's master data: its own record, teams, venues and leagues."""
