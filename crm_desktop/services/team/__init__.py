"""The team: who has what open, what was decided, and work that passes from one to another."""
