"""The desk without a screen: rules, store, services, papers, terminal."""
