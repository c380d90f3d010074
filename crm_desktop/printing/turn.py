"""One paper at a time: ReportLab's caches are not made for two threads."""

from threading import Lock

SETTING = Lock()
"""Held while a paper is set. Long work on many papers takes it for each of them, so that a single
paper does not wait for the last of many."""
