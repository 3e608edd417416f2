"""The one model of a manuscript, built or read, and the mentions in it."""
