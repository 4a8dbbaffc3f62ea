"""Taking a newer version of the playbook: by git, from a ZIP, or as the release that a small repository names."""
