"""Faults of the disk while a case is sealed, copied and restored; see faults.sh."""

import collections
import contextlib
import glob
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from power import Disk

program, mode, java = sys.argv[1:]
temp = os.path.realpath(tempfile.mkdtemp())
chance = random.Random(2026)
# Of `long` one part of several, as "2/12": all of it takes hours.
part, parts = (int(n) for n in os.environ.get("TANIQ_PART", "1/1").split("/"))
# A sample for each command; `long` takes all.
SAMPLE = {"add": 6, "copy": 3, "restore": 3, "power": 4}
FAILS = {"openat": "EACCES", "write": "ENOSPC", "pwrite64": "ENOSPC", "fsync": "EIO", "rename": "EIO", "link": "EIO", "unlink": "EIO",
         "mkdir": "ENOSPC"}
CALL = re.compile(r"^(\d+) +(?:(\w+)\(|<\.\.\. (\w+) resumed>)(.*)$")
failures = []
sessions = {}


def check(right, what):
    if not right:
        failures.append(what)
        print("FAILED", what, flush=True)
    return right


def typed(home, *words):
    environment = {**os.environ, "TANIQ_HOME": home, "LC_ALL": "C.UTF-8"}
    return {"env": environment, "cwd": temp, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}, list(words)


def taniq(home, *words, before=()):
    """With the passphrase, or where one is open in a session: a key that is derived for each command would take most of the time."""
    how, rest = typed(home, *words)
    if home in sessions:
        how["env"]["TANIQ_SESSION"] = sessions[home]
        return subprocess.run([*before, program, *rest], **how)
    with open(temp + "/words") as secret:
        return subprocess.run([*before, program, *rest, "--passphrase-fd", str(secret.fileno())], pass_fds=[secret.fileno()], **how)


class Warm:
    """Does in one JVM what looks at what a command has left, each time from the disk: to start one takes longer than to look."""

    def __init__(self):
        root = os.path.dirname(program)
        self.secret = open(temp + "/words")
        self.jvm = subprocess.Popen(
            [java, "-XX:-UsePerfData", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", root + "/target/taniq/*", root + "/checks/WarmTaniq.java"],
            pass_fds=[self.secret.fileno()], cwd=temp, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, home, *words):
        session = sessions.get(home, "")
        opening = () if session else ("--passphrase-fd", str(self.secret.fileno()))
        print("\x1f".join([home, session, *words, *opening]), file=self.jvm.stdin, flush=True)
        answer = json.loads(self.jvm.stdout.readline())
        return subprocess.CompletedProcess(words, answer["code"], answer["out"], answer["err"])

    def close(self):
        self.jvm.communicate()
        self.secret.close()


@contextlib.contextmanager
def session(home, case):
    """Opens one, which ends with its standard input."""
    with open(temp + "/words") as secret:
        how, rest = typed(home, "open-session", "--vault", case, "--passphrase-fd", str(secret.fileno()))
        how = {**how, "stderr": None, "stdin": subprocess.PIPE}
        shell = ["--", "sh", "-c", "echo $TANIQ_SESSION; exec cat"]
        opened = subprocess.Popen([program, *rest, *shell], pass_fds=[secret.fileno()], **how)
    sessions[home] = opened.stdout.readline().strip()
    check(sessions[home] != "", "open-session")
    try:
        yield
    finally:
        del sessions[home]
        opened.communicate()


def quick_keys(home, case):
    """The words open them without the work that makes guessing dear, which would be most of the time."""
    files = [home + "/identity.age", *glob.glob(case + "/keys/*.age")]
    words = open(temp + "/words").read().strip()
    libraries = os.path.dirname(program) + "/target/taniq/*"
    subprocess.run([java, "-XX:-UsePerfData", "-cp", libraries, os.path.dirname(program) + "/checks/QuickKeys.java", words, *files], check=True)


def traced(trace, *options):
    calls = ",".join([*FAILS, "pwrite64", "renameat", "renameat2", "linkat", "unlinkat", "mkdirat", "ftruncate", "rmdir"])
    quick = [] if any("signal=" in option for option in options) else ["--seccomp-bpf"]  # with it strace 6.1 sends no signal
    return ["strace", "-f", *quick, "-y", "-q", "-o", trace, "-e", "trace=" + calls, *options]


class Place:
    """The folders that a command changes, which can be put back as they were."""

    def __init__(self, *folders):
        self.folders = folders
        self.kept = tempfile.mkdtemp(dir=temp)
        for n, folder in enumerate(folders):
            if os.path.exists(folder):
                shutil.copytree(folder, f"{self.kept}/{n}", symlinks=True)

    def put_back(self):
        for n, folder in enumerate(self.folders):
            shutil.rmtree(folder, ignore_errors=True)
            if os.path.exists(f"{self.kept}/{n}"):
                shutil.copytree(f"{self.kept}/{n}", folder, symlinks=True)

    def holds(self, text):
        return any(folder in text for folder in self.folders)


def calls(trace, place):
    """Each call on the places, as (name, which of its thread), and what it was."""
    count, found = collections.Counter(), []
    for line in open(trace, errors="replace"):
        call = CALL.match(line)
        if not call or not call[2]:
            continue
        count[call[1], call[2]] += 1
        creates = call[2] != "openat" or "O_CREAT" in line
        if call[2] in FAILS and creates and (place.holds(line) or named_by_relative(line)):
            found.append((call[2], count[call[1], call[2]]))
    return found


def named_by_relative(line):
    return re.search(r'\("(case|stick|again)/', line) is not None


def sample(found, n):
    """Of each kind of call some, the rarest first, so that none is forgotten."""
    if mode == "long":
        return found[part - 1 :: parts]
    kinds = collections.defaultdict(list)
    for call in found:
        kinds[call[0]].append(call)
    chosen = []
    while len(chosen) < n and any(kinds.values()):
        for kind in sorted(kinds, key=lambda each: len(kinds[each])):
            if kinds[kind] and len(chosen) < n:
                chosen.append(kinds[kind].pop(chance.randrange(len(kinds[kind]))))
    return chosen


def broken(place, command, chosen, judge):
    """Runs the command with one call that fails, and again with a kill before it, each from the beginning."""
    hit = 0
    for number, (name, which) in enumerate(chosen):
        ways = [f"error={FAILS[name]}", "signal=SIGKILL"]
        for way in ways if mode == "long" else [ways[number % 2]]:
            place.put_back()
            trace = temp + "/trace"
            ended = command(traced(trace, "-e", f"inject={name}:{way}:when={which}"))
            seen = open(trace, errors="replace").read()
            hit += "(INJECTED)" in seen or "killed by SIGKILL" in seen
            what = f"{name} {which} {way}"
            said = "fault in the program" not in ended.stderr and "Exception" not in ended.stderr
            check(said or not on_the_places(place, seen), f"{what}: {ended.stderr}")
            judge(what, ended)
    return hit


def failed_on(folder):
    """Whether the last call that was made to fail was one on this folder."""
    return any("(INJECTED)" in line and folder + "/" in line for line in open(temp + "/trace", errors="replace"))


def on_the_places(place, seen):
    """Whether what failed was one of the calls that are meant: which of its thread it is shifts a little from run to run."""
    injected = [line for line in seen.splitlines() if "(INJECTED)" in line]
    return not injected or any(place.holds(line) or named_by_relative(line) for line in injected)


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{") and line.endswith("}")]


def intact(home, case, what):
    verdict = warm(home, "verify", case, "--json")
    return check(verdict.returncode == 0, f"{what}: {case} is {verdict.stdout[-600:]}{verdict.stderr}")


HOME, CASE, STICK, SECOND, AGAIN, OTHER = (f"{temp}/{name}" for name in ("home", "case", "stick", "second", "again", "other-computer"))
FILES = ("chat.txt", "b.bin")


ADD = ("add", "--vault", CASE, "--json", "--capturer", "A", "--device", "b", *FILES)


def add(before=()):
    return taniq(HOME, *ADD, before=before)


def acknowledged(told):
    return {each["file"]: each["reference"] for each in lines(told) if each.get("sealed")}


def sealed_again(what, told):
    """What was acknowledged is there, and nothing is altered; then the same command ends what was begun."""
    intact(HOME, CASE, what)
    again = warm(HOME, *ADD)
    states = {each["file"]: each for each in lines(again.stdout)}
    check(again.returncode == 0 and len(states) == len(FILES), f"{what}: again: {again.returncode} {again.stdout}{again.stderr}")
    for file, reference in acknowledged(told).items():
        now = states.get(file, {})
        check(now.get("state") != "sealed" and now.get("reference") == reference, f"{what}: {file} was told as {reference}, then {now}")
    found = warm(HOME, "find", "--vault", CASE, "--json", "gəlirəm")
    if "taniq rebuild" in found.stderr:
        check(warm(HOME, "rebuild", "--vault", CASE).returncode == 0, f"{what}: rebuild")
        found = warm(HOME, "find", "--vault", CASE, "--json", "gəlirəm")
    check(found.returncode == 0 and json.loads(found.stdout)["total"] == 1, f"{what}: not found once: {found.stdout}{found.stderr}")
    intact(HOME, CASE, what + " and again")


def sealing():
    place = Place(HOME, CASE)
    trace = temp + "/whole"
    whole = add(traced(trace))
    check(whole.returncode == 0 and len(acknowledged(whole.stdout)) == len(FILES), "add: " + whole.stderr)
    found = calls(trace, place)
    chosen = sample(found, SAMPLE["add"])
    hit = broken(place, add, chosen, lambda what, ended: sealed_again("add, " + what, ended.stdout))
    print(f"add: {len(found)} calls, {len(chosen)} chosen, {hit} hit", flush=True)
    check(hit * 2 > len(chosen), f"add: only {hit} of {len(chosen)} were hit")
    place.put_back()
    return place


def copying():
    before = taniq(HOME, "copy", STICK, "--vault", CASE, "--json")
    check(before.returncode == 0, "copy: " + before.stderr)
    add()
    place = Place(HOME, CASE, STICK)

    words = ("copy", STICK, "--vault", CASE, "--json")

    def copy(before=()):
        return taniq(HOME, *words, before=before)

    def judge(what, ended):
        intact(HOME, CASE, "copy, " + what)
        again = warm(HOME, *words)
        check(again.returncode == 0 and json.loads(again.stdout)["bytes"] == "intact", f"copy, {what}: again: {again.stdout}{again.stderr}")
        check(not [f for f in everything(STICK) if "/.tmp-" in f], f"copy, {what}: temporary files are left")
        intact(HOME, CASE, f"copy, {what} and again")

    run(place, copy, "copy", judge)
    copy()


def restoring():
    place = Place(OTHER, AGAIN)
    stick = digests(STICK)

    words = ("restore", STICK, AGAIN, "--json")

    def restore(before=()):
        return taniq(OTHER, *words, before=before)

    def judge(what, ended):
        if failed_on(STICK):  # which call it is of its thread shifts a little: a file of the copy was not given, see unreadable
            check(ended.returncode in (1, 3) and ended.stderr, f"restore, {what}: {ended.returncode} {ended.stdout}{ended.stderr}")
            check(digests(STICK) == stick, f"restore, {what}: the copy was changed")
            return
        if ended.returncode != 0:
            again = warm(OTHER, *words)
            done = os.path.exists(AGAIN + "/taniq.json")
            check(again.returncode == 0 or done, f"restore, {what}: again: {again.stdout}{again.stderr}")
        check(digests(STICK) == stick, f"restore, {what}: the copy was changed")
        listed = warm(OTHER, "list", "--vault", AGAIN, "--json")
        check(listed.returncode == 0 and len(json.loads(listed.stdout)["items"]) == len(FILES), f"restore, {what}: {listed.stdout}{listed.stderr}")
        intact(OTHER, AGAIN, "restore, " + what)

    run(place, restore, "restore", judge)
    unreadable(place)
    place.put_back()


def unreadable(place):
    """A stick on which the disk does not give one of the files: the rest is restored, and with a second copy all of it."""
    words = ("restore", STICK, AGAIN, "--json")
    files = sorted(everything(STICK))
    shutil.copytree(STICK, SECOND)
    chosen = files[part - 1 :: parts] if mode == "long" else kinds_of(files)
    read = hit = 0
    for file in chosen:
        what = "not given: " + os.path.relpath(file, STICK)
        failing = ["strace", "-f", "-y", "-q", "-o", temp + "/trace", "-P", file, "-e", "trace=read,pread64", "-e", "inject=read,pread64:error=EIO"]
        place.put_back()
        ended = taniq(OTHER, *words, before=failing)
        failed = "(INJECTED)" in open(temp + "/trace", errors="replace").read()
        hit += failed
        read += "/tile/" not in file  # tiles can be made again
        check(failed or ended.returncode == 0, f"{what}: nothing failed: {ended.stdout}{ended.stderr}")
        check(ended.returncode in (0, 1, 3) and "fault in the program" not in ended.stderr, f"{what}: {ended.returncode} {ended.stderr}")
        only_key = "/keys/" in file
        check(os.path.exists(AGAIN + "/taniq.json") != only_key, f"{what}: is the rest restored? {ended.stdout}{ended.stderr}")
        named = any(os.path.basename(name) in ended.stdout + ended.stderr for name in (file, os.path.dirname(file)))
        check(ended.returncode == 0 or named, f"{what}: not named: {ended.stdout}{ended.stderr}")
        place.put_back()
        both = taniq(OTHER, "restore", STICK, SECOND, AGAIN, "--json", before=failing)
        more = only_key or file.endswith(("/checkpoint", "/taniq.json"))  # another way in, a longer log, another format?
        check(both.returncode == (3 if more else 0), f"{what}, with a second copy: {both.stdout}{both.stderr}")
        intact(OTHER, AGAIN, what + ", with a second copy")
    print(f"not given: {len(files)} files of a copy, {len(chosen)} tried, {hit} hit", flush=True)
    check(hit * 2 >= read, f"not given: only {hit} of {read} were hit")
    shutil.rmtree(SECOND)


def kinds_of(files):
    """One of each kind: an opening, a blob, a tile, a checkpoint, a key."""
    kinds = {re.sub(r"[0-9a-f]{2,}|\d+", "", os.path.relpath(file, STICK)): file for file in files}
    return list(kinds.values())


def run(place, command, name, judge):
    trace = temp + "/whole"
    place.put_back()
    whole = command(traced(trace))
    check(whole.returncode == 0, f"{name}: {whole.stdout}{whole.stderr}")
    found = calls(trace, place)
    chosen = sample(found, SAMPLE[name])
    hit = broken(place, command, chosen, judge)
    print(f"{name}: {len(found)} calls, {len(chosen)} chosen, {hit} hit", flush=True)
    check(hit * 2 > len(chosen), f"{name}: only {hit} of {len(chosen)} were hit")
    place.put_back()


def everything(folder):
    return [os.path.join(at, file) for at, _, files in os.walk(folder) for file in files]


def digests(folder):
    return {file: hashlib.sha256(open(file, "rb").read()).hexdigest() for file in everything(folder)}


def power_fails(place):
    """The disk is made again from what was synced before a call of a traced `add`, and from what may have reached it."""
    place.put_back()
    trace = temp + "/whole"
    whole = add(traced(trace, "-xx", "-s", "50000000"))
    check(whole.returncode == 0, "add: " + whole.stderr)
    place.put_back()
    disk = Disk(open(trace, errors="replace"), place.folders, temp)
    instants = disk.instants()
    chosen = instants[part - 1 :: parts] if mode == "long" else sorted(chance.sample(instants, SAMPLE["power"]))
    for number, instant in enumerate(chosen):
        place.put_back()
        told = disk.after(instant, None if number % 2 == 0 else chance)
        sealed_again(f"power fails at {instant}{'' if number % 2 == 0 else ', some of it written'}", told)
    print(f"power: {len(instants)} instants, {len(chosen)} tried", flush=True)
    place.put_back()


def full_disk():
    """A disk of a few megabytes that holds keys and case, then one that holds a copy."""
    small = temp + "/small"
    os.mkdir(small)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small], capture_output=True).returncode != 0:
        print("NOT RUN faults on a full disk: no right to mount one")
        return
    try:
        home, case = small + "/home", small + "/case"
        shutil.copytree(HOME, home)
        check(taniq(home, "init", case, "--danger", "no", "--minors", "no").returncode == 0, "init on the small disk")
        check(taniq(home, "add", "--vault", case, "--json", "chat.txt").returncode == 0, "add on the small disk")
        full = taniq(home, "add", "--vault", case, "--json", "large.bin")
        check(full.returncode == 3 and "full" in full.stdout + full.stderr, f"a full disk: {full.returncode} {full.stdout}{full.stderr}")
        intact(home, case, "the disk is full")
        subprocess.run(["mount", "-o", "remount,size=40m", small], check=True)
        check(taniq(home, "add", "--vault", case, "--json", "large.bin").returncode == 0, "add with more room")
        intact(home, case, "more room")
        subprocess.run(["umount", small], check=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], check=True)
        copied_to_full(small)
    finally:
        subprocess.run(["umount", small], capture_output=True)


def copied_to_full(small):
    check(taniq(HOME, "add", "--vault", CASE, "--json", "large.bin").returncode == 0, "add of a large file")
    for name, command in (("copy", ["copy", small + "/copy", "--vault", CASE, "--json"]), ("restore", ["restore", STICK, small + "/again"])):
        if name == "restore":
            check(taniq(HOME, "copy", STICK, "--vault", CASE, "--json").returncode == 0, "copy of a large file")
            shutil.rmtree(small + "/copy")
            subprocess.run(["mount", "-o", "remount,size=1m", small], check=True)
        home = HOME if name == "copy" else OTHER
        full = taniq(home, *command)
        check(full.returncode == 3 and "full" in full.stdout + full.stderr, f"{name} to a full disk: {full.returncode} {full.stdout}{full.stderr}")
        subprocess.run(["mount", "-o", "remount,size=60m", small], check=True)
        more = taniq(home, *command)
        check(more.returncode == 0, f"{name} with more room: {more.stdout}{more.stderr}")
    intact(HOME, CASE, "copied to a full disk")


try:
    open(temp + "/chat.txt", "w").write("05.11.2026, 20:41 - Tofiq: gəlirəm\n05.11.2026, 20:42 - Aytac: salam\n")
    open(temp + "/b.bin", "wb").write(chance.randbytes(100_000))
    open(temp + "/large.bin", "wb").write(chance.randbytes(6_000_000))
    how, rest = typed(HOME, "init", "--generate", CASE, "--danger", "no", "--minors", "no")
    first = subprocess.run([program, *rest], **how)
    open(temp + "/words", "w").write(first.stdout.splitlines()[0] + "\n")
    quick_keys(HOME, CASE)
    warm = Warm()
    with session(HOME, CASE):
        power_fails(sealing())
        copying()
        restoring()
        if part == 1:
            full_disk()
    warm.close()
finally:
    shutil.rmtree(temp)
sys.exit(1 if failures else 0)
