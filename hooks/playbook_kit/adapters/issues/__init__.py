"""Puts issues on the forge, and runs LinkChecker over the built site."""
