"""The playbook's own package: from files to a site, in one direction.

`read` → `models` (parse) → `rules` → `index` → `pages` → `plan` → `adapters`. A module imports only from
its own left; nothing but `adapters` knows MkDocs. `problem`, `words` and `dates` stand to the left of all.
"""

import os

# pydantic would look for plugins in the facts of every installed package each time that a command starts: none is wanted.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
