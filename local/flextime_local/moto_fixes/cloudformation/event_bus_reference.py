"""`!Ref` of an event bus gives its name; moto gives the Python object."""

from moto.events.models import EventBus

from flextime_local.moto_fixes.fix import Fix, Patch

EVENT_BUS_REFERENCE = Fix(
    gap="!Ref of an event bus is no text, so that rules on it cannot be created",
    patches=(
        Patch(
            EventBus, "physical_resource_id", lambda _: property(lambda bus: bus.name)
        ),
    ),
)
