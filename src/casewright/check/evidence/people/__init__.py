"""Persons: how many patients a report has, how old they are, and whom its pronouns mean."""
