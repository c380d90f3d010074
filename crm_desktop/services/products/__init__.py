"""Goods of the list: prices, levels, stock."""
