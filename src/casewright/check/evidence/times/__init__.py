"""Dates, days and years of a course, and the order of its events."""
