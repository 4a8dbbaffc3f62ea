"""Classic scripts from ES modules, for a folder that is opened without a server.

Browsers load a module only from a server; a classic script runs from a folder too. Our modules, and the three that we
carry, use few forms of `import` and `export`, all at the start of a line. Each module becomes a function, and a form
that is not known here is refused, so that a script that was made is whole.
"""

import posixpath
import re

_IMPORT = re.compile(r'^import\s+(?:(?P<default>\w+)|\*\s+as\s+(?P<all>\w+)|\{(?P<names>[^}]*)\})\s+from\s+"(?P<path>[^"]+)";', re.M)
_ALONE = re.compile(r'^import\s+"(?P<path>[^"]+)";', re.M)
_DECLARED = re.compile(r"^export\s+(?P<kept>(?:async\s+)?(?:function\*?|class|const|let|var)\s+(?P<name>[\w$]+))", re.M)
_LISTED = re.compile(r"^export\s*\{(?P<names>[^}]*)\}(?!\s*from\b);?", re.M)
_LATER = re.compile(r'\bimport\("(?P<path>[^"]+)"\)')
_LEFT = re.compile(r"^(?:import|export)\b(?!\().*", re.M)
_COMMENT = re.compile(r"/\*.*?\*/|^[ \t]*//[^\n]*", re.S | re.M)

RUNTIME = "folder/modules.js"
"""The script in the theme that the modules stand after."""


class NotClassic(ValueError):
    """A module that cannot be made a classic script; the text says which and why."""


def classic_scripts(modules: dict[str, str], start: str, runtime: str) -> dict[str, str]:
    """Scripts for the module `start` and all that it leads to.

    `modules` gives the text of each module by its path from the site's root. What `start` itself imports, at once or
    later, is in its own script; what those import later has one of its own, beside the module. Raises NotClassic.
    """
    later = _later(start, modules)
    whole = _needed([start, *later], modules)
    scripts = {_script(start): f"{runtime}\n{_define(whole, modules)}playbookFolder.start({_quoted(start)});\n"}
    apart = {target for path in whole for target in _later(path, modules)} - set(whole)
    for target in sorted(apart):
        own = [path for path in _needed([target], modules) if path not in whole]
        scripts[_script(target)] = _define(own, modules)
    return scripts


def _script(path: str) -> str:
    return re.sub(r"\.mjs$", ".classic.js", path)


def _quoted(text: str) -> str:
    return f'"{text}"'


def _text(path: str, modules: dict[str, str]) -> str:
    if path not in modules:
        raise NotClassic(f"{path} is imported and is not there")
    return modules[path]


def _target(path: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))


def _later(path: str, modules: dict[str, str]) -> list[str]:
    """What a module imports when it is asked to."""
    text = _COMMENT.sub("", _text(path, modules))
    return [_target(path, match["path"]) for match in _LATER.finditer(text)]


def _needed(paths: list[str], modules: dict[str, str]) -> list[str]:
    """These modules and all that they import at once, in the order in which they are first met."""
    found: list[str] = []
    waiting = list(paths)
    while waiting:
        path = waiting.pop(0)
        if path not in found:
            found.append(path)
            text = _text(path, modules)
            waiting += [_target(path, match["path"]) for form in (_IMPORT, _ALONE) for match in form.finditer(text)]
    return found


def _define(paths: list[str], modules: dict[str, str]) -> str:
    return "".join(_as_function(path, modules[path]) for path in paths)


def _as_function(path: str, text: str) -> str:
    """A module as a call of the runtime that gives its path and a function that fills in what it exports."""
    exported: dict[str, str] = {}

    def imports(match: re.Match[str]) -> str:
        loaded = f"$load({_quoted(_target(path, match['path']))})"
        if match["all"]:
            return f"const {match['all']} = {loaded};"
        names = [("default", match["default"])] if match["default"] else _names(match["names"])
        return f"const {{ {', '.join(f'{there}: {here}' for there, here in names)} }} = {loaded};"

    def declares(match: re.Match[str]) -> str:
        exported[match["name"]] = match["name"]
        return match["kept"]

    def lists(match: re.Match[str]) -> str:
        exported.update({there: here for here, there in _names(match["names"])})
        return ""

    text = _ALONE.sub(lambda match: f"$load({_quoted(_target(path, match['path']))});", _IMPORT.sub(imports, text))
    text = _LISTED.sub(lists, _DECLARED.sub(declares, text))
    text = _LATER.sub(lambda match: f"$loadLater({_quoted(_target(path, match['path']))})", text)
    left = _LEFT.search(_COMMENT.sub("", text))
    if left:
        raise NotClassic(f"{path}: “{left.group().strip()}” is a form that has no counterpart in a classic script")
    given = ", ".join(f"{there}: {here}" for there, here in exported.items())
    return (
        f"playbookFolder.define({_quoted(path)}, ($exported, $load, $loadLater) => {{\n\"use strict\";\n{text}\n"
        f"Object.assign($exported, {{ {given} }});\n}});\n"
    )


def _names(text: str) -> list[tuple[str, str]]:
    """What stands between the braces of an import or export: each name, and what it is called from there on."""
    pairs = [part.split(" as ") for part in " ".join(text.split()).split(",") if part.strip()]
    return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]
