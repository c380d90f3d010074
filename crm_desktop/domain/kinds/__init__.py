"""The kinds of document: a new one is a module here and a line in the registry."""

from crm_desktop.domain.kinds import quotation, visit
from crm_desktop.domain.kinds.base import Kind

KINDS: dict[str, Kind] = {kind.code: kind for kind in (quotation.KIND, visit.KIND)}

__all__ = ["KINDS", "Kind"]
