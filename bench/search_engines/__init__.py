"""The searches that are measured side by side."""

from .bench import Bench
from .engine import Engine
from .minisearch import MINISEARCH
from .ours import OURS
from .pagefind import PAGEFIND
from .stock import PIPELINE, STOCK

__all__ = ["ENGINES", "Bench", "Engine"]

ENGINES = {"stock Material": STOCK, "Material with steps": PIPELINE, "Pagefind": PAGEFIND, "MiniSearch": MINISEARCH, "ours": OURS}
