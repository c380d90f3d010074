"""Visits planned: calendar, who is due, the route of a day, coverage."""
