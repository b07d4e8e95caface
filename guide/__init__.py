"""Unmuted: guided exercises for people who feel flat on an antidepressant."""

__version__ = "0.1.0"
