"""Approvals: the queue of those who answer, and one's own open requests."""

from ui.approvals.screen import ApprovalsScreen

__all__ = ["ApprovalsScreen"]
