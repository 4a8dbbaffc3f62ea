"""The playbook's own package: from files to a site, in one direction.

`read` → `models` (parse) → `rules` → `index` → `pages` → `plan` → `adapters`. A module imports only from
its own left; nothing but `adapters` knows MkDocs. `problem`, `words` and `dates` stand to the left of all.
"""
