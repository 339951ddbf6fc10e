"""What a user of the UI sees: a click publishes, pages explain the tables, a file that is dropped is published."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from schemas import TABLES

pytestmark = [pytest.mark.ui, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
UP_IN_SECONDS = 180
RUN_IN_SECONDS = 180
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

LOADED = "{assetNodes{id} workspaceOrError{... on Workspace{locationEntries{locationOrLoadError{... on PythonError{message}}}}}}"


class Server:
    """`dagster dev` over the folders of a test, on a free port of this machine alone."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._log = (home / "server.log").open("wb")
        command = [sys.executable, "-m", "dagster", "dev", "--host", "127.0.0.1", "--port", str(port)]
        self._process = subprocess.Popen(
            [*command, "--workspace", "workspace.yaml"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # whoever started the tests may have told them to ignore it, and the server stops by this signal alone
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def ask(self, query: str) -> dict[str, Any]:
        """The answer of the server to a GraphQL `query`."""
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(f"{self.url}/graphql", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]

    def is_up(self) -> bool:
        """Whether the server has loaded the project's assets."""
        assert self._process.poll() is None, Path(self._log.name).read_text()
        try:
            answer = self.ask(LOADED)
        except OSError:
            return False
        for entry in answer["workspaceOrError"]["locationEntries"]:
            assert "message" not in (entry["locationOrLoadError"] or {}), entry["locationOrLoadError"]["message"]
        return len(answer["assetNodes"]) >= len(TABLES) + 2  # the raw articles and the release

    def runs(self) -> list[dict[str, Any]]:
        """All runs, newest first."""
        return self.ask("{runsOrError{... on Runs{results{runId status tags{key value}}}}}")["runsOrError"]["results"]

    def stop(self) -> None:
        """End the server and what it started."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._log.close()


def wait_for(what, seconds):
    """What `what()` gives once that is true; it is asked again and again for at most `seconds`."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, f"nothing after {seconds} s"
        time.sleep(0.5)
    return found


@pytest.fixture
def server(raw, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(ROOT / "dagster.yaml", home / "dagster.yaml")
    environment = os.environ | {
        "DAGSTER_HOME": str(home),
        "WIRELEDGER_RAW": str(raw),
        "WIRELEDGER_CURATED": str(tmp_path / "curated"),
        "WIRELEDGER_SCRATCH": str(tmp_path / "scratch"),
    }
    started = Server(home, environment)
    try:
        wait_for(started.is_up, UP_IN_SECONDS)
        yield started
    finally:
        started.stop()


@pytest.fixture
def page(tmp_path):
    from playwright.sync_api import sync_playwright

    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    assert browser, "no Chromium: install it, or run `make test`, which needs none"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=browser, headless=True, args=list(CHROMIUM_FLAGS)
        )
        opened = context.new_page()
        opened.set_viewport_size({"width": 1500, "height": 1000})
        opened.set_default_timeout(60_000)
        yield opened
        context.close()


def version(curated):
    latest = curated / "latest.json"
    return json.loads(latest.read_text())["version"] if latest.exists() else None


def clicked_run(server):
    """The run that a click asked for: no sensor's name is on it."""
    for run in server.runs():
        if not any(tag["key"] == "dagster/sensor_name" for tag in run["tags"]):
            return run
    return None


def test_a_click_publishes_pages_explain_and_a_dropped_file_is_published(server, page, tmp_path, add_talks):
    curated = tmp_path / "curated"
    page.goto(f"{server.url}/asset-groups", wait_until="domcontentloaded")
    page.get_by_role("button", name="Materialize all").click()
    run = wait_for(lambda: clicked_run(server), RUN_IN_SECONDS)
    wait_for(lambda: clicked_run(server)["status"] in ("SUCCESS", "FAILURE"), RUN_IN_SECONDS)
    assert clicked_run(server)["status"] == "SUCCESS"
    page.goto(f"{server.url}/runs/{run['runId']}", wait_until="domcontentloaded")
    page.get_by_text("Success", exact=True).first.wait_for()
    page.screenshot(path=tmp_path / "run.png")
    assert version(curated) == "1.0.0"

    page.goto(f"{server.url}/assets/events", wait_until="domcontentloaded")
    for text in ("Row count", "Columns", "First day of the interval"):
        page.get_by_text(text).first.wait_for()
    page.screenshot(path=tmp_path / "events.png", full_page=True)
    page.goto(f"{server.url}/assets/articles?view=checks", wait_until="domcontentloaded")
    page.get_by_text("quarantine_rate").first.wait_for()
    page.screenshot(path=tmp_path / "checks.png")

    add_talks()
    wait_for(lambda: version(curated) == "1.1.0", RUN_IN_SECONDS)
    wait_for(lambda: all(run["status"] == "SUCCESS" for run in server.runs()), RUN_IN_SECONDS)
    statuses = {node["staleStatus"] for node in server.ask("{assetNodes{staleStatus}}")["assetNodes"]}
    assert statuses == {"FRESH"}
    page.goto(f"{server.url}/assets/release", wait_until="domcontentloaded")
    page.get_by_text("1.1.0").first.wait_for()
    page.screenshot(path=tmp_path / "release.png")
