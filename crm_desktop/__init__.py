"""The desk without a screen: rules, store, services, papers, terminal."""

__version__ = "0.1.0"

__version__ = "0.1.0"
