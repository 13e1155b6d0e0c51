"""Start the stack: data folder, ports, deployment, state, servers and pollers."""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from socket import socket
from threading import Event, Thread

from flextime_local import backends
from flextime_local.aws_endpoint.access import AccessPolicy
from flextime_local.aws_endpoint.connections_api import ConnectionsApi
from flextime_local.aws_endpoint.dispatcher import Dispatcher, Service
from flextime_local.aws_endpoint.ecs_api import EcsApi
from flextime_local.aws_endpoint.lambda_api import LambdaApi
from flextime_local.aws_endpoint.mailbox_api import MailboxApi
from flextime_local.aws_endpoint.server import EndpointServer
from flextime_local.background import Background
from flextime_local.credentials import Credentials
from flextime_local.data_folder import DataFolder
from flextime_local.demo_users import DemoUser, add_users, demo_users
from flextime_local.deploy.deployment import Deployment, deploy
from flextime_local.deploy.resources.user_pools import UserPool, UserPoolClient
from flextime_local.endpoint import Endpoint
from flextime_local.events.poller import Poller
from flextime_local.http_server.application import Application
from flextime_local.http_server.authorizer import JwtAuthorizer
from flextime_local.http_server.gateway import Gateway
from flextime_local.http_server.key_sets import key_set
from flextime_local.http_server.routes import HttpApi
from flextime_local.http_server.server import HttpServer
from flextime_local.http_server.web_socket_api import WebSocketApi
from flextime_local.http_server.web_sockets import WebSockets
from flextime_local.logs import tidy
from flextime_local.moto_fixes import apply_fixes
from flextime_local.moto_fixes.cognitoidp.signing_key import signed_with
from flextime_local.moto_fixes.events.targets import targets_delivered_by
from flextime_local.moto_fixes.fix import Fix
from flextime_local.names import HOST, REGION
from flextime_local.options import Options
from flextime_local.persistence.reset import set_aside
from flextime_local.ports import listen, port_of
from flextime_local.running_stack import RunningStack
from flextime_local.sam_environment import write_sam_environment
from flextime_local.signing_key import signing_key
from flextime_local.state import State
from flextime_local.subprocesses import Subprocesses

_log = logging.getLogger(__name__)
_STOP_TIMEOUT_S = 2.0


def start_up(options: Options, begin_s: float) -> RunningStack:
    """Build the stack; `begin_s` is when its start began, on the monotonic clock."""
    with ExitStack() as closing:
        running = Startup(options, closing, begin_s).start_up()
        return running.closed_by(closing.pop_all())


@dataclass(slots=True)
class Startup:
    """The steps of a start. Whatever was started is stopped if a later step fails."""

    options: Options
    closing: ExitStack
    """Undoes everything in reverse order: at the end, or when the start fails."""
    begin_s: float
    stopping: Event = field(default_factory=Event)

    def start_up(self) -> RunningStack:
        """Run all steps and return the running stack."""
        folder = DataFolder.take(self.options.data_dir)
        self.closing.callback(folder.release)
        if self.options.reset and (aside := set_aside(folder.state)):
            _log.warning("the earlier state is now in %s", aside)
        tidy(folder.logs)
        http = self.closing.enter_context(listen(self.options.http_port))
        aws = self.closing.enter_context(listen(self.options.aws_port))
        endpoint = Endpoint(f"http://{HOST}:{port_of(aws)}", Credentials.generate())
        self._set_environment("MOTO_PORT", str(port_of(aws)))  # state machines call it
        self._set_environment("AWS_DEFAULT_REGION", REGION)  # SAM's translator asks
        for name, value in endpoint.credentials.as_environment().items():
            self._set_environment(name, value)  # tasks of state machines sign with them

        with self._phase("deploy the template"):
            deployment = self._deploy(folder)
        state = State.of(folder.state)
        self.closing.callback(state.store.abandon)
        subprocesses = Subprocesses.of(deployment, folder, endpoint, state.store.record)
        with self._phase("bring back what was kept"):
            users = self._bring_back(state, folder, deployment)
        self._apply(targets_delivered_by(subprocesses.deliveries.accept))

        with self._phase("start the servers"):
            self.closing.callback(subprocesses.functions.close)
            self.closing.callback(subprocesses.spawner.kill_all)
            self.closing.callback(state.store.close)
            web_sockets = self._web_sockets(deployment, subprocesses)
            self._serve_aws(aws, endpoint, state, subprocesses, web_sockets)
            self._write_sam_environment(endpoint, subprocesses)
            self._warm_up(deployment, subprocesses)
            self._poller(deployment, subprocesses, state)
            self._serve_http(http, deployment, subprocesses, web_sockets)
            self.closing.callback(state.freeze)
        with self._phase("take up what was interrupted"):
            subprocesses.durable_tasks.restore(list(state.work.pending.values()))
            state.executions.start_interrupted()
        # Last, so that being ready does not wait for it.
        subprocesses.tasks.warm_up()
        clients = deployment.all_of(UserPoolClient)
        return RunningStack(
            http_url=f"http://{HOST}:{port_of(http)}",
            endpoint=endpoint,
            outputs=deployment.outputs,
            users=users,
            client_id=clients[0].physical_resource_id if clients else None,
            ready_s=time.monotonic() - self.begin_s,
            mails=lambda: list(backends.mails().sent_messages),
        )

    @contextmanager
    def _phase(self, name: str) -> Iterator[None]:
        begin_s = time.monotonic()
        yield
        self.options.report(name, time.monotonic() - begin_s)

    def _set_environment(self, name: str, value: str) -> None:
        before = os.environ.get(name)
        os.environ[name] = value

        def restore() -> None:
            if before is None:
                del os.environ[name]
            else:
                os.environ[name] = before

        self.closing.callback(restore)

    def _apply(self, fix: Fix) -> None:
        fix.apply()
        self.closing.callback(fix.remove)

    def _deploy(self, folder: DataFolder) -> Deployment:
        apply_fixes()
        backends.prepare_backends()
        self._apply(signed_with(signing_key(folder.signing_key)))
        return deploy(self.options.template.resolve(), dict(self.options.parameters))

    def _bring_back(
        self, state: State, folder: DataFolder, deployment: Deployment
    ) -> tuple[DemoUser, ...]:
        state.store.restore()
        state.executions.place_ended()
        users: tuple[DemoUser, ...] = ()
        for pool in deployment.all_of(UserPool):
            users = demo_users(folder.users)
            pools = backends.user_pools()
            moto_pool = pools.describe_user_pool(pool.physical_resource_id)
            add_users(pools, moto_pool, users)
        state.save_users()
        return users

    def _web_sockets(
        self, deployment: Deployment, subprocesses: Subprocesses
    ) -> WebSockets | None:
        api = WebSocketApi.of(deployment)
        return WebSockets(api, subprocesses.functions.invoke) if api else None

    def _serve_aws(
        self,
        taken: socket,
        endpoint: Endpoint,
        state: State,
        subprocesses: Subprocesses,
        web_sockets: WebSockets | None,
    ) -> None:
        services: dict[str, Service] = {
            "lambda": LambdaApi(subprocesses.functions, subprocesses.asynchronous),
            "ecs": EcsApi(subprocesses.tasks),
            "dynamodb": state.dynamodb,
            "flextime-local": MailboxApi(),
        }
        if web_sockets:
            services["connections"] = ConnectionsApi(web_sockets)
        _verify_senders(subprocesses)
        access = AccessPolicy(
            endpoint.credentials, endpoint.hosts(*self._container_hosts())
        )
        dispatcher = Dispatcher(services, access, state.store.make_durable)
        server = EndpointServer.start(dispatcher, taken.fileno())
        self.closing.callback(server.stop)

    def _container_hosts(self) -> tuple[str, ...]:
        return (self.options.container_host,) if self.options.sam_env_file else ()

    def _write_sam_environment(
        self, endpoint: Endpoint, subprocesses: Subprocesses
    ) -> None:
        if path := self.options.sam_env_file:
            host = self.options.container_host
            functions = subprocesses.functions.definitions.values()
            write_sam_environment(path, endpoint, host, functions)

    def _warm_up(self, deployment: Deployment, subprocesses: Subprocesses) -> None:
        api = HttpApi.of(deployment)
        for arn in {route.function_arn for route in api.routes} if api else ():
            Thread(
                target=subprocesses.functions.warm_up, args=(arn,), daemon=True
            ).start()

    def _poller(
        self, deployment: Deployment, subprocesses: Subprocesses, state: State
    ) -> None:
        poller = Poller(self.stopping)
        self.closing.callback(subprocesses.durable_tasks.stop)
        self.closing.callback(poller.stop, _STOP_TIMEOUT_S)
        Background(deployment, subprocesses, state, self.stopping).start(poller)

    def _serve_http(
        self,
        taken: socket,
        deployment: Deployment,
        subprocesses: Subprocesses,
        web_sockets: WebSockets | None,
    ) -> None:
        api = HttpApi.of(deployment)
        gateway = None
        if api:
            gateway = Gateway(
                api, JwtAuthorizer(key_set), subprocesses.functions.invoke
            )
            self.closing.callback(gateway.stop)
        server = HttpServer.start(Application(gateway, web_sockets), taken)
        self.closing.callback(server.stop)


def _verify_senders(subprocesses: Subprocesses) -> None:
    """Let SES take every address that a function sends from."""
    for definition in subprocesses.functions.definitions.values():
        if sender := definition.environment.get("SENDER_EMAIL"):
            backends.mails().verify_email_identity(sender)
