"""Routes of the conference's register, generated alike for each kind of resource."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from api.dependencies import App
from api.documented_responses import CHANGED, CREATED, DELETED, VERSIONED, problems
from api.idempotency import IdempotencyKey
from api.identity import AdminContext, ViewerContext
from api.json_route import json_router
from api.parameters import ID_PATTERN, PageQuery
from api.preconditions import IfMatch
from api.request_body import JsonBody, MergePatchBody
from api.responses import created, no_content, ok
from flextime.usecases.aggregates import Versioned


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterResource:
    """A kind of resource: its names, types and use cases.

    Attributes
    ----------
    model
        Type of the resource; it has an `id`.
    page
        Type of a page of the list; it has `items` and `next`.
    add, change, delete
        Use cases of `flextime.usecases.leagues.manage_register`.
    """

    singular: str
    plural: str
    model: Any
    page: Any
    add: Callable[..., Versioned[Any]]
    change: Callable[..., Versioned[Any]]
    delete: Callable[..., None]


def register_router(resource: RegisterResource) -> APIRouter:
    """Return a router with the five routes of a resource: ``list_teams`` and so on."""
    router = json_router(f"/v1/{resource.plural}", resource.plural)
    _add_collection_routes(router, resource)
    _add_item_routes(router, resource)
    return router


def _add_collection_routes(router: APIRouter, resource: RegisterResource) -> None:
    model, page_model = resource.model, resource.page

    @router.get(
        "",
        name=f"list_{resource.plural}",
        description=f"List {resource.plural} in order of id.",
        response_model=page_model,
        responses=problems(422),
    )
    async def list_items(app: App, context: ViewerContext, page: PageQuery) -> Response:
        found = app.store.page(context.tenant, model, page)
        items = tuple(stored.value for stored in found.items)
        return ok(page_model(items=items, next=found.cursor))

    @router.post(
        "",
        name=f"add_{resource.singular}",
        description=f"Add a {resource.singular}.",
        status_code=201,
        response_model=model,
        responses=CREATED,
    )
    async def add_item(
        app: App,
        context: AdminContext,
        request: IdempotencyKey,
        item: JsonBody[model],  # type: ignore[valid-type] # read when it is defined
    ) -> Response:
        def respond(made: Versioned[Any]) -> Response:
            location = f"/v1/{resource.plural}/{made.value.id}"
            return created(made.value, made.version, location)

        return request.execute(
            respond,
            lambda build_response: resource.add(
                app.store, context, item, build_response
            ),
        )


def _add_item_routes(router: APIRouter, resource: RegisterResource) -> None:
    model, path = resource.model, f"/{{{resource.singular}}}"
    item_id = Path(alias=resource.singular, pattern=ID_PATTERN)

    @router.get(
        path,
        name=f"read_{resource.singular}",
        description=f"Return a {resource.singular}.",
        response_model=model,
        responses=VERSIONED | problems(404, 422),
    )
    async def read_item(
        identifier: Annotated[str, item_id], app: App, context: ViewerContext
    ) -> Response:
        stored = app.store.load(context.tenant, model, identifier)
        return ok(stored.value, stored.version)

    @router.patch(
        path,
        name=f"patch_{resource.singular}",
        description=f"Change a {resource.singular}; imported leagues keep theirs.",
        response_model=model,
        responses=CHANGED,
    )
    async def patch_item(
        identifier: Annotated[str, item_id],
        app: App,
        context: AdminContext,
        version: IfMatch,
        patch: MergePatchBody[model],  # type: ignore[valid-type] # as above
    ) -> Response:
        stored = resource.change(app.store, context, identifier, patch.apply, version)
        return ok(stored.value, stored.version)

    @router.delete(
        path,
        name=f"delete_{resource.singular}",
        description=f"Delete a {resource.singular}; imported leagues keep theirs.",
        status_code=204,
        responses=DELETED,
    )
    async def delete_item(
        identifier: Annotated[str, item_id],
        app: App,
        context: AdminContext,
        version: IfMatch,
    ) -> Response:
        resource.delete(app.store, context, identifier, version)
        return no_content()
