"""Proofreading: rules over a document, and what they find."""
