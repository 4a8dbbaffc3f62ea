"""Why something could not be done on a forge, in words for whoever reads the workflow's log."""


class NotDone(Exception):
    """Nothing was changed. The message says why and what to do."""
