"""Spreadsheets and cards in and out of the desk."""
