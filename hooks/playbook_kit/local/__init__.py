"""A council's own folder laid over the playbook, before anything is checked: what is merged is checked like the rest."""
