"""Personal data: what is held of somebody, how it leaves, how it goes, how long it stays."""
