"""A rule hands every matching event to the stack's own delivery.

moto delivers to a few kinds of targets while it answers PutEvents, and answers 500
when a rule has another kind (Lambda, Step Functions): targets of other rules are
then skipped. It also ignores Input and InputPath, delivers for disabled rules, and
takes a rule with a schedule and no pattern as one that matches everything.
"""

from collections.abc import Callable
from typing import Any

from moto.events.models import Rule

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

type Deliver = Callable[[Rule, dict[str, Any], dict[str, Any]], None]
"""Gets the rule, one of its targets, and the event; returns before it is delivered."""


def _archives_of_moto(target: dict[str, Any]) -> bool:
    # moto implements an archive as a managed rule whose target is the service itself.
    return str(target["Arn"]).endswith(":::")


def targets_delivered_by(deliver: Deliver) -> Fix:
    def replacement(original: Callable[..., None]) -> Callable[..., None]:
        def send_to_targets(
            rule: Rule,
            original_event: Untyped,
            transform_input: Untyped = None,  # noqa: ARG001 - moto's signature
        ) -> None:
            if rule.managed_by or any(map(_archives_of_moto, rule.targets)):
                original(rule, original_event)
                return
            is_for_events = bool(rule.event_pattern.get_pattern())
            if rule.state != "ENABLED" or not is_for_events:
                return
            if rule.event_pattern.matches_event(original_event):
                for target in rule.targets:
                    deliver(rule, target, dict(original_event))

        return send_to_targets

    return Fix(
        gap="a rule with a Lambda or Step Functions target makes PutEvents fail",
        patches=(Patch(Rule, "send_to_targets", replacement),),
    )
