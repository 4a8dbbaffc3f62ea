"""How the site is published: its headers, redirects and types, once, in the form that each server or host reads."""

from .files import publish_files
from .policy import content_security_policy
from .site import FOLDER, Publication, Redirect, publication

__all__ = ["FOLDER", "Publication", "Redirect", "content_security_policy", "publication", "publish_files"]
