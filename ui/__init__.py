"""The Qt windows of the desk: they show frozen rows and emit intent, and know no tables."""
