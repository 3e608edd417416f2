"""Journals as data: a folder of templates with a profile."""
