"""What the application does, one function per thing that a user or a workflow asks for.

Use cases load aggregates from a `Store`, change them by the domain's rules and commit
the change together with its events. They know no AWS service and no HTTP; what they
need from outside is a protocol in `ports`.

Modules are grouped by area: `leagues`, `schedules`, `runs`, `notifications`. What
several areas share (ports, transactions, paging, retries) lies at this level.
"""
