"""`python -m playbook_kit.cli`, where a launcher cannot be used."""

from . import main

main()
