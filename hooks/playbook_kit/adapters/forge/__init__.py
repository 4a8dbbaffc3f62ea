"""Talking to a forge from one of its workflows: comments on pull requests, and pull requests from approved issues."""
