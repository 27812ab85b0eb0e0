#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The recipes of src/ci/engines give the bytes of one process: with GNU parallel here, and, when
TERMLINT_ENGINES=all, over ssh to this machine and as an array of a Slurm of one node, which are set
up for it (sshd, slurmctld, slurmd, munged; root for the latter).

Usage: recipes.py TERMLINT SOURCE; prints TAP."""
import getpass
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BINARY, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
RECIPES = SOURCE / "src/ci/engines"
WHOLE = os.environ.get("TERMLINT_ENGINES") == "all"
PARTS = 4
PATIENCE = 200
TERMBASE = """\
termlint: 1
languages: [en, ru]
concepts:
  - id: a
    en: {preferred: weir, deprecated: [dam]}
  - {id: b, type: person, en: Timur Khayretdinov, ru: Тимур Хайретдинов}
"""


class World:
    """A folder with documents, the same as records, and a PATH with termlint in it."""

    def __init__(self, folder):
        self.folder = folder
        chance = random.Random(7)
        words = ["the dam", "a weir", "Timur Khairetdinov", "Тимура Хайретдинова", "Petrov", "ХII",
                 "met", "and", "said so.\n", "Anna Zaitseva", "Anna Zaytseva"]
        (folder / "terms.yaml").write_text(TERMBASE)
        (folder / ".termlint.yaml").write_text("termbase: [terms.yaml]\n")
        (folder / "docs").mkdir()
        records = []
        for number in range(60):
            text = " ".join(chance.choices(words, k=60)) + "\n"
            (folder / f"docs/{number} отчёт.txt").write_text(text)
            records.append({"id": number, "text": text, "path": f"docs/{number}.txt"})
        (folder / "corpus.jsonl").write_text(
            "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))

    def run(self, *words, **more):
        environment = {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}",
                       "HOME": str(self.folder), "LC_ALL": "C.UTF-8", **more}
        return subprocess.run([str(word) for word in words], cwd=self.folder, env=environment,
                              capture_output=True, timeout=PATIENCE, check=False)

    def output(self, *words, **more):
        result = self.run(*words, **more)
        assert result.returncode == 0, (words, result.returncode, result.stderr[-800:])
        return result.stdout

    def one_process(self):
        return self.output("termlint", "check", "--format", "jsonl", "--fail-on", "never",
                           "--rule", "inconsistent-name=off", "docs")


def lacks(*programs):
    missing = [name for name in programs if shutil.which(name, path=os.environ["PATH"]
                                                         + ":/usr/sbin:/sbin") is None]
    return f"no {missing[0]}" if missing else None


def test_records_with_parallel(world):
    if lacks("parallel"):
        return lacks("parallel")
    wanted = world.output("termlint", "check", "--records", "--fail-on", "never", "corpus.jsonl")
    assert wanted.count(b"\n") == 60 and wanted.count(b"deprecated-term") > 60
    for block in ("1k", "10k", "10M"):
        found = world.output(RECIPES / "records-parallel", "corpus.jsonl", BLOCK=block)
        assert found == wanted, f"blocks of {block} give other bytes"
    return None


def test_shards_with_parallel(world):
    if lacks("parallel"):
        return lacks("parallel")
    for parts in (1, PARTS, 13):
        found = world.output(RECIPES / "shards-parallel", parts, "docs")
        assert found == world.one_process(), f"{parts} parts give other bytes"
    return None


def test_shards_of_discover(world):
    wanted = world.output("termlint", "discover", "--no-config", "docs")
    for part in range(1, PARTS + 1):
        counts = world.output("termlint", "discover", "--no-config", "--counts", "--shard",
                              f"{part}/{PARTS}", "docs")
        (world.folder / f"counts.{part}").write_bytes(counts)
    merged = world.output("termlint", "discover", "--no-config", "--merge",
                          *[f"counts.{part}" for part in range(PARTS, 0, -1)])
    assert merged == wanted


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for(what, condition):
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < PATIENCE, f"no {what}"
        time.sleep(0.1)


def is_open(port):
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def start_sshd(world, port):
    """An sshd of our own for ourselves; returns it and what ssh is to be called with."""
    for key in ("host", "user"):
        world.output("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{key}.key")
    shutil.copy(world.folder / "user.key.pub", world.folder / "authorized")
    (world.folder / "sshd.conf").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {world.folder}/host.key\nUsePAM no\n"
        f"AuthorizedKeysFile {world.folder}/authorized\nStrictModes no\nPidFile none\n"
        f"SetEnv PATH={BINARY.parent}:{os.environ['PATH']} LC_ALL=C.UTF-8\n")
    (world.folder / "ssh.conf").write_text(
        f"Host node*\n HostName 127.0.0.1\n Port {port}\n User {getpass.getuser()}\n"
        f" IdentityFile {world.folder}/user.key\n UserKnownHostsFile /dev/null\n"
        " StrictHostKeyChecking no\n LogLevel ERROR\n")
    Path("/run/sshd").mkdir(exist_ok=True)
    return subprocess.Popen([shutil.which("sshd", path="/usr/sbin:/usr/bin"), "-D", "-f",
                             str(world.folder / "sshd.conf")], stderr=subprocess.DEVNULL)


def test_records_over_ssh(world):
    missing = lacks("parallel", "sshd", "ssh")
    if not WHOLE or missing:
        return missing or "TERMLINT_ENGINES=all runs it"
    port = free_port()
    daemon = start_sshd(world, port)
    try:
        wait_for("sshd", lambda: is_open(port))
        wanted = world.output("termlint", "check", "--records", "--fail-on", "never",
                              "corpus.jsonl")
        found = world.output(RECIPES / "records-parallel", "corpus.jsonl", BLOCK="10k",
                             HOSTS="2/node1,2/node2",
                             PARALLEL_SSH=f"ssh -F {world.folder}/ssh.conf")
        assert found == wanted
    finally:
        daemon.terminate()
        daemon.wait()
    return None


def start_slurm(world):
    """A cluster of this machine alone; returns its daemons and the environment of its clients."""
    folder, host = world.folder, socket.gethostname().split(".")[0]
    for name in ("spool", "state", "munge"):
        (folder / name).mkdir()
    (folder / "munge").chmod(0o755)
    key = folder / "munge/key"
    key.write_bytes(os.urandom(128))
    key.chmod(0o600)
    ports = [free_port(), free_port()]
    (folder / "slurm.conf").write_text(f"""\
ClusterName=one
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CryptoType=crypto/munge
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
""")
    environment = {"SLURM_CONF": str(folder / "slurm.conf")}
    munged = ["/usr/sbin/munged", "-F", "-f", f"--key-file={key}",
              f"--socket={folder}/munge/socket", f"--pid-file={folder}/munge/pid",
              f"--log-file={folder}/munge/log", f"--seed-file={folder}/munge/seed"]
    commands = [munged, ["/usr/sbin/slurmctld", "-D", "-i"], ["/usr/sbin/slurmd", "-D", "-N", host]]
    daemons = []
    for command in commands:
        log = open(folder / f"{Path(command[0]).name}.log", "wb")
        daemons.append(subprocess.Popen(command, stdout=log, stderr=log,
                                        env={**os.environ, **environment}))
        if len(daemons) == 1:
            wait_for("munged", (folder / "munge/socket").exists)
    return daemons, environment


def test_array_of_slurm(world):
    missing = lacks("slurmctld", "slurmd", "sbatch", "munged")
    if not WHOLE or missing or os.geteuid() != 0:
        return missing or "TERMLINT_ENGINES=all runs it, as root"
    world.folder.chmod(0o755)
    daemons, environment = start_slurm(world)
    try:
        wait_for("node", lambda: b"idle" in world.run("sinfo", "-h", **environment).stdout)
        world.output("sbatch", "--wait", f"--array=1-{PARTS}", "--output=/dev/null",
                     RECIPES / "slurm-array", "part", "docs", **environment)
        found = world.output(RECIPES / "merge-shards",
                             *[f"part.{part}" for part in range(1, PARTS + 1)])
        assert found == world.one_process()
    except AssertionError as error:
        logs = "".join((world.folder / f"{name}.log").read_text()[-1200:]
                       for name in ("munged", "slurmctld", "slurmd"))
        raise AssertionError(f"{error}\n{logs}") from error
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait()
    return None


tap.run(tap.tests_in(globals()),
        lambda test: tap.in_a_folder(lambda folder: test(World(folder))))
