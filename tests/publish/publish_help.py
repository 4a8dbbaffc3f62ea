"""Real servers on this machine, in the foreground, each with a folder of its own and no right that the tests lack."""

import http.client
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from install_browser import is_root
from install_servers import ADVICE, find_server
from playbook_kit.publish import Publication, publish_files
from playbook_kit.publish.servers import FOLDER
from site_help import DEADLINE, wait_for

MODULE_FOLDERS = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/opt/homebrew/lib/httpd/modules")
MODULES = (
    "mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime", "unixd", "reqtimeout",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    doubled: list[str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server: its port and the path below which the site stands."""

    port: int
    base: str

    @property
    def address(self) -> str:
        """The whole address of the site, with a slash at the end."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the site, or for a whole one if it begins with a slash; underscores become hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        whole = path if path.startswith("/") else self.base + path
        connection.request(method, whole, headers={key.replace("_", "-"): value for key, value in headers.items()})
        answer = connection.getresponse()
        names = [name.lower() for name, _ in answer.getheaders()]
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return Answer(answer.status, found, sorted({name for name in names if names.count(name) > 1}), body)


@contextmanager
def running(kind: str, site: Path, published: Publication) -> Iterator[Server]:
    """Serve a built site with `nginx`, `apache`, or Apache told by `htaccess` alone, as `published` says."""
    name = "nginx" if kind == "nginx" else "apache"
    program = find_server(name)
    if program is None:
        pytest.fail(ADVICE)
    # A server that is started by root serves as somebody who may not look into pytest's own folders.
    with tempfile.TemporaryDirectory(prefix="playbook-server-") as folder:
        home = Path(folder)
        home.chmod(0o755)
        shutil.copytree(site, home / "site")
        for file in publish_files(published):
            path = home / "site" / file.uri
            path.parent.mkdir(exist_ok=True)
            path.write_text(file.text.replace(FOLDER, str(home / "site")), encoding="utf-8")
        port = free_port()
        write = {"nginx": _nginx, "apache": _apache, "htaccess": _htaccess}[kind]
        (home / "server.conf").write_text(write(home, port, published.base), encoding="utf-8")
        arguments = ["-p", home, "-e", home / "error.log", "-c", home / "server.conf"] if kind == "nginx" else [
            "-DFOREGROUND", "-d", home, "-f", home / "server.conf",
        ]  # fmt: skip
        with open(home / "said", "w", encoding="utf-8") as said:
            process = subprocess.Popen([program, *map(str, arguments)], stdout=said, stderr=said)
        try:
            wait_for(lambda: process.poll() is not None or answers(port), f"{kind} to answer")
            log = home / "error.log"
            told = (home / "said").read_text() + (log.read_text() if log.exists() else "")
            assert process.poll() is None, f"{kind} did not start:\n{told}"
            yield Server(port, published.base)
        finally:
            process.terminate()
            process.wait(DEADLINE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def answers(port: int) -> bool:
    """Whether somebody listens on a port."""
    with socket.socket() as asked:
        asked.settimeout(1)
        if asked.connect_ex(("127.0.0.1", port)) == 0:
            return True
        time.sleep(0.05)
        return False


def _nginx(home: Path, port: int, base: str) -> str:
    temporary = "\n".join(
        f"{kind}_temp_path {home}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""daemon off;
pid {home}/nginx.pid;
{"user nobody nogroup;" if is_root() else ""}
worker_processes 1;
events {{ }}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        include {home}/site/server/nginx-locations.conf;
    }}
}}
"""


def _apache(home: Path, port: int, base: str) -> str:
    return f"{_apache_alone(home, port)}Include {home}/site/server/apache.conf\n"


def _htaccess(home: Path, port: int, base: str) -> str:
    """A host that lets its customers write no more than `.htaccess`."""
    return f"""{_apache_alone(home, port)}Alias {base} "{home}/site/"
<Directory "{home}/site">
    Require all granted
    AllowOverride FileInfo
    DirectoryIndex index.html
</Directory>
"""


def _apache_alone(home: Path, port: int) -> str:
    folder = next(path for path in map(Path, MODULE_FOLDERS) if path.is_dir())
    present = [name for name in MODULES if (folder / f"mod_{name}.so").exists()]
    load = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in present)
    (home / "mime.types").write_text("text/plain txt\n")
    return f"""{load}
{"User nobody" if is_root() else ""}
{"Group nogroup" if is_root() else ""}
Listen 127.0.0.1:{port}
ServerName localhost
PidFile {home}/apache.pid
DefaultRuntimeDir {home}
Mutex pthread
TypesConfig {home}/mime.types
ErrorLog {home}/error.log
DocumentRoot {home}
<Directory />
    Require all denied
</Directory>
"""
