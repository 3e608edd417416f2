"""Sides, levels and parts of the body."""
