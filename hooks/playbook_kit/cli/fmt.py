"""`playbook fmt`: content files in order, or which are not and why."""

import argparse
import json
import sys

from ..problem import listed
from ..report import one_as_text
from ..tidy import Tidied, content_files, tidy_file

_WHY = {
    "order": "the fields stand in another order than on the page of fields",
    "lines": "sentences do not each begin on a line of their own",
    "quotes": "'…' stands where \"…\" would do",
    "bullets": "bullets are not hyphens",
    "spaces": "there are spaces at the ends of lines or too many blank lines",
}


def fmt(options: argparse.Namespace) -> int:
    """Put content files in order, or with `check` say which are not; 1 if one is not, or must be mended first."""
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(*(f"{path}: there is no such file or folder." for path in missing), sep="\n", file=sys.stderr)
        return 2
    files = [tidy_file(options.root, path) for path in content_files(options.root, options.paths)]
    faulty = [file for file in files if file.fault]
    untidy = [file for file in files if not file.fault and not file.is_in_order]
    if not options.check:
        for file in untidy:
            (options.root / file.path).write_text(file.after, encoding="utf-8", newline="\n")
    if options.json:
        items = [{"path": file.path, "why": list(file.why)} for file in untidy]
        print(json.dumps({"total": len(files), "changed": 0 if options.check else len(items), "items": items,
                          "faults": [file.path for file in faulty]}, indent=2))  # fmt: skip
    else:
        for file in faulty:
            print(one_as_text(file.fault), f"    {file.path} is left as it is until that is mended.", sep="\n")
        for file in untidy:
            print(_line(file))
        print(_summary(len(files), len(untidy), len(faulty), options.check))
    return 1 if faulty or (options.check and untidy) else 0


def _line(file: Tidied) -> str:
    return f"{file.path}: {listed([_WHY[reason] for reason in file.why])}."


def _summary(files: int, untidy: int, faulty: int, is_check: bool) -> str:
    if not untidy:
        return f"{files - faulty} of {files} files are in order." if faulty else f"All {files} files are in order."
    if is_check:
        return f"{untidy} of {files} files are not in order. `playbook fmt` puts them in order; what they say stays the same."
    return f"{untidy} of {files} files were put in order. What they say is the same."
