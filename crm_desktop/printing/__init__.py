"""Papers that a customer holds: frozen values in, PDF bytes out; no tables, no Qt."""
