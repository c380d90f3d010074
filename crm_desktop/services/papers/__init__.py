"""Papers of every kind: what stands on them, their road to the customer, their prints."""
