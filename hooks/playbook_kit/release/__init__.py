"""What a release of the playbook is: its version, its list of files, what councils are told, and its addresses."""
