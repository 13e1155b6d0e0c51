"""No page in a browser may read what the endpoint keeps.

moto's server allows every origin everything: any page that is open on this machine
could read and change the stack's state.
"""

from moto.moto_server import werkzeug_app

from flextime_local.moto_fixes.fix import Fix, Patch

FOREIGN_PAGES = Fix(
    gap="pages of any origin may read and write the endpoint",
    patches=(Patch(werkzeug_app, "DISABLE_GLOBAL_CORS", lambda _: True),),
)
