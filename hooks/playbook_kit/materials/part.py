"""One thing of somebody else's that the site is made of or with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A package at one version.

    `licence` is its SPDX expression, empty where it is not known; `package` its package URL
    (https://github.com/package-url/purl-spec). `is_served` says whether readers are sent any of it; otherwise it takes part in building only.
    `hashes` are the SHA-256 of the files by their names, or, for a package that is installed, those of all its files
    that may be installed, under no name.
    """

    name: str
    version: str
    licence: str
    package: str
    is_served: bool
    purpose: str = ""
    hashes: tuple[tuple[str, str], ...] = ()
