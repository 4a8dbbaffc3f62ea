"""Why an upgrade could not be made, in words for the person who asked for it."""


class NotUpgraded(Exception):
    """The upgrade was given up, and everything is as it was before. The message says why and what to do."""
