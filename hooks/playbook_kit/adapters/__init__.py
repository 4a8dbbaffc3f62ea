"""From the plan to an engine. Nothing else in the package knows one."""
