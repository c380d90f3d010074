"""What waits for somebody now, part by part."""
