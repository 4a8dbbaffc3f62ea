"""What a forge is told and what it tells: reviews of proposals, issue forms, and files made from approved issues.

Everything here is pure. Whatever comes from an issue or a pull request is somebody else's text and is treated as such.
"""
