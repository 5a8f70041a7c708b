"""Syncthing, two or more of them on this machine, that keep copies of one folder alike; nothing leaves the machine."""

import contextlib
import json
import shutil
import socket
import subprocess
import time
import urllib.request
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_KEY = "a-key-for-this-test"


def is_installed() -> bool:
    return shutil.which("syncthing") is not None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Syncthings:
    """One Syncthing a folder, each with a home of its own, known to all the others."""

    def __init__(self, folders: list[Path], scratch: Path) -> None:
        self._folders = folders
        self._homes = [scratch / f"syncthing {n}" for n in range(len(folders))]
        self._gui = [_free_port() for _ in folders]
        self._listens = [_free_port() for _ in folders]
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        ids = [self._generate(n) for n in range(len(self._folders))]
        for n in range(len(self._folders)):
            self._configure(n, ids)
            self.start(n)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for n in list(self._running):
            self.stop(n)

    def start(self, n: int) -> None:
        """Let one carry files again."""
        self._running[n] = subprocess.Popen(
            ["syncthing", "serve", "--home", str(self._homes[n]), "--no-browser", "--no-restart", "--no-upgrade"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                self._ask(n, "system/status")
                return
            time.sleep(0.2)
        raise RuntimeError("Syncthing did not start")

    def stop(self, n: int) -> None:
        """Switch one off, as a laptop that is closed."""
        running = self._running.pop(n)
        running.terminate()
        running.wait(30)

    def _generate(self, n: int) -> str:
        command = ["syncthing", "generate", "--home", str(self._homes[n]), "--no-default-folder", "--skip-port-probing"]
        subprocess.run(command, check=True, capture_output=True)
        found = subprocess.run(
            ["syncthing", "--device-id", "--home", str(self._homes[n])], check=True, capture_output=True, text=True
        )
        return found.stdout.split()[-1]

    def _configure(self, n: int, ids: list[str]) -> None:
        """Let it know the others at this machine's own address alone."""
        path = self._homes[n] / "config.xml"
        tree = Xml.parse(path)
        root = tree.getroot()
        for old in [*root.findall("device"), *root.findall("folder")]:
            root.remove(old)
        for m, one in enumerate(ids):
            device = Xml.SubElement(root, "device", {"id": one, "name": f"device {m}"})
            Xml.SubElement(device, "address").text = f"tcp://127.0.0.1:{self._listens[m]}"
        attributes = {"id": "shared", "path": str(self._folders[n]), "type": "sendreceive", "rescanIntervalS": "2"}
        folder = Xml.SubElement(root, "folder", {**attributes, "fsWatcherEnabled": "true", "fsWatcherDelayS": "1"})
        for one in ids:
            Xml.SubElement(folder, "device", {"id": one})
        gui = root.find("gui")
        options = root.find("options")
        assert gui is not None
        assert options is not None
        _set(gui, "address", f"127.0.0.1:{self._gui[n]}")
        _set(gui, "apikey", _KEY)
        _set(options, "listenAddress", f"tcp://127.0.0.1:{self._listens[n]}")
        for name in ("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled"):
            _set(options, name, "false")
        for name, value in (("reconnectionIntervalS", "2"), ("urAccepted", "-1"), ("crashReportingEnabled", "false")):
            _set(options, name, value)
        tree.write(path)

    def _ask(self, n: int, what: str) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{self._gui[n]}/rest/{what}", headers={"X-API-Key": _KEY})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)


def _set(parent: Xml.Element, name: str, value: str) -> None:
    for old in parent.findall(name):
        parent.remove(old)
    Xml.SubElement(parent, name).text = value
