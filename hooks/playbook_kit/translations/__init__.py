"""Items in another language: each laid over the English that it was made from, whole or not at all."""

from .apply import Translated, translate
from .check import check_translations

__all__ = ["Translated", "check_translations", "translate"]
