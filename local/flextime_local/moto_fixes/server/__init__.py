from flextime_local.moto_fixes.fix import Fix
from flextime_local.moto_fixes.server.foreign_pages import FOREIGN_PAGES

FIXES: tuple[Fix, ...] = (FOREIGN_PAGES,)
