"""Runs pip-audit over the lock files, and uv to make them anew."""
