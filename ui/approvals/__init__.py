"""Approvals: the queue of those who answer, and one's own open requests; see `screen`.

Nothing is loaded here: papers use its fields and words too.
"""
