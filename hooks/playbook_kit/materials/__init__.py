"""What the site is made of: the work of others that it serves, and the packages that build it."""

from .cyclonedx import BILL_PATH, bill_of_materials
from .part import Part
from .read import read_parts
from .table import materials_table

__all__ = ["BILL_PATH", "Part", "bill_of_materials", "materials_table", "read_parts"]
