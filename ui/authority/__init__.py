"""The authority matrix on screen: shown as the paper shows it, drafted from a sheet, confirmed."""

from ui.authority.screen import AuthorityScreen

__all__ = ["AuthorityScreen"]
