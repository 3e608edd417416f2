"""The text of a manuscript and its parts, and how strings and patterns are sought in them."""
