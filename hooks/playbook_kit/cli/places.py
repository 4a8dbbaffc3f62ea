"""Where commands leave what people look at afterwards, below the repository."""

REPORTS = ".cache/upgrade-report"
"""What a newer version of the playbook would change."""
