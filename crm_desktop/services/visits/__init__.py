"""Visits planned and logged."""
