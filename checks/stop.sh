#!/usr/bin/env bash
# Ctrl-C and kill while files are added: nothing that was acknowledged is lost, the terminal is in order, the next `add` goes on.
# While a dossier is written: no part of it stays outside the vault.
# modes: full long
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 3
command -v python3 >/dev/null 2>&1 || { echo 'NOT RUN stop: no python3'; exit 0; }
"$root/taniq" --version >/dev/null || exit 1
exec python3 - "$root/taniq" <<'PY'
import json, os, pty, re, select, shutil, signal, subprocess, sys, tempfile, termios, time

program = sys.argv[1]
temp = tempfile.mkdtemp()
environment = {**os.environ, "TANIQ_HOME": temp + "/home", "LC_ALL": "C.UTF-8"}
LINES = 5000
failures = []


def check(right, what):
    if not right:
        failures.append(what)
        print("FAILED", what)


def words():
    return os.open(temp + "/words", os.O_RDONLY)


def taniq(*typed):
    fd = words()
    done = subprocess.run([program, *typed, "--passphrase-fd", str(fd)], pass_fds=[fd], env=environment,
                          cwd=temp, capture_output=True, text=True)
    os.close(fd)
    return done


def until(true, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def below(folder, name=""):
    return [os.path.join(at, f) for at, _, files in os.walk(folder) for f in files if name in f]


def size(path):
    """Of a file that may be gone."""
    try:
        return os.path.getsize(path)
    except FileNotFoundError:
        return 0


def stopped(case, how, when):
    """Stops `add` by a signal once `when` is true, and returns what it said."""
    fd = words()
    adding = subprocess.Popen([program, "add", "--vault", case, "--json", "--capturer", "A", "--device", "b",
                               temp + "/files", "--passphrase-fd", str(fd)], pass_fds=[fd], env=environment, cwd=temp,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.close(fd)
    seen = until(lambda: when(case) or adding.poll() is not None)
    check(seen and adding.poll() is None, "add ended before it could be stopped")
    adding.send_signal(how)
    out, err = adding.communicate(timeout=60)
    check(adding.returncode == 128 + how, f"exit {adding.returncode} after signal {how}")
    check(re.search(r"stopped\. \d+ files? (is|are) kept", err), "what was kept is not said: " + err)
    return [json.loads(line)["reference"] for line in out.splitlines()]


def sealing(case):
    return len(below(case + "/log", ".tmp-")) > 0 or len(below(case + "/blob")) > 0


def reading(case):
    return len(below(case + "/index")) > 0


def case_stopped(name, how, when):
    case = f"{temp}/{name}"
    check(taniq("init", case, "--danger", "no", "--minors", "no").returncode == 0, "init")
    told = stopped(case, how, when)
    verdict = taniq("verify", case)
    check(verdict.returncode == 0, f"{name}: verify after the stop: {verdict.stdout[:300]}{verdict.stderr}")
    listed = json.loads(taniq("list", "--vault", case, "--json").stdout)
    here = [item["reference"] for item in listed["items"]]
    check(all(reference in here for reference in told), f"{name}: told as sealed and lost: {told} of {here}")
    again = taniq("add", "--vault", case, "--json", "--capturer", "A", "--device", "b", temp + "/files")
    check(again.returncode == 0, f"{name}: the next add: {again.stderr}{again.stdout[-300:]}")
    states = [json.loads(line) for line in again.stdout.splitlines()]
    check(len(states) == 3 and all(each["sealed"] for each in states), f"{name}: not all is sealed")
    listed = json.loads(taniq("list", "--vault", case, "--json").stdout)
    check(len(listed["items"]) == 3, f"{name}: sealed twice or lost: {len(listed['items'])} items")
    check(len(listed["readings"]) == 3, f"{name}: {len(listed['readings'])} readings and not 3")
    for record in (1000, LINES // 2 + 1000, LINES + 999):
        found = taniq("find", "--vault", case, "--json", str(record))
        check(found.returncode == 0 and json.loads(found.stdout)["total"] == 1, f"{name}: {record} is not found once: {found.stderr}")
    check(taniq("verify", case).returncode == 0, f"{name}: verify at the end")


def telling_stopped(case, how):
    """Stops `tell` while it writes a file of 60 MB, and not when it has only begun it, before there is something to say:
    nothing stays in the folder, and the next `tell` goes on."""
    out = f"{temp}/told-{how}"
    os.mkdir(out)
    items = json.loads(taniq("list", "--vault", case, "--json").stdout)["items"]
    typed = ["tell", "--vault", case, "--capturer", "A", "--to", "B", "--show-place", "--items", ",".join(item["reference"] for item in items)]
    fd = words()
    telling = subprocess.Popen([program, *typed, out + "/d.zip", "--passphrase-fd", str(fd)], pass_fds=[fd],
                               env=environment, cwd=temp, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.close(fd)
    until(lambda: any(size(part) > 1 << 20 for part in below(out)) or telling.poll() is not None)
    check(telling.poll() is None, "tell ended before it could be stopped")
    telling.send_signal(how)
    said = telling.communicate(timeout=60)[1]
    check(telling.returncode == 128 + how, f"exit {telling.returncode} after signal {how} to tell")
    check(below(out) == [], f"after signal {how} tell leaves {below(out)}")
    check("nothing was written" in said, "that nothing was written is not said: " + said)
    again = taniq(*typed, out + "/d.zip")
    check(again.returncode == 0, "the next tell: " + again.stderr)


def prompt_stopped(case):
    """Ctrl-C while the passphrase is asked for: the terminal echoes again, and a sentence says what to do."""
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(temp)
        os.execve(program, [program, "list", "--vault", case], environment)
    said = b""
    hidden = lambda: not termios.tcgetattr(master)[3] & termios.ECHO
    while b"words:" not in said and select.select([master], [], [], 60)[0]:
        said += os.read(master, 1000)
    check(until(hidden, 10), "what is typed at the passphrase is shown")
    os.write(master, b"\x03")
    while select.select([master], [], [], 10)[0]:
        try:
            more = os.read(master, 1000)
        except OSError:
            break
        said += more
    _, status = os.waitpid(pid, 0)
    check(os.waitstatus_to_exitcode(status) == 130, f"exit {os.waitstatus_to_exitcode(status)} after Ctrl-C at the passphrase")
    check("stopped at a question".encode() in said, f"nothing is said after Ctrl-C: {said!r}")
    check(said.endswith(b"\n"), "the shell's prompt would stand behind the question")


def page_left(case):
    """A key that is shown once is on a second screen, which Ctrl-C leaves."""
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(temp)
        os.execve(program, [program, "key", "add", "--paper", "--vault", case], environment)
    said = b""

    def more(until):
        nonlocal said
        while until not in said and select.select([master], [], [], 60)[0]:
            try:
                said += os.read(master, 1000)
            except OSError:
                return

    more(b"words:")
    os.write(master, open(temp + "/words", "rb").read())
    more(b"Line 1:")
    os.write(master, b"\x03")
    more(b"nothing ends with this")
    os.waitpid(pid, 0)
    shown, after = said.rpartition(b"\x1b[?1049l")[::2]
    check(b"AGE-SECRET-KEY-1" in shown.rpartition(b"\x1b[?1049h")[2], f"the key is not on a screen of its own: {said!r}")
    check(b"stopped at a question" in after, f"the second screen is not left, or too late: {said!r}")


def echo_is_back(case):
    """The terminal of a shell that goes on after the command was stopped."""
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)[3]
    asking = subprocess.Popen([program, "list", "--vault", case], stdin=slave, stdout=slave, stderr=slave,
                              env=environment, cwd=temp, start_new_session=True)
    check(until(lambda: not termios.tcgetattr(slave)[3] & termios.ECHO, 60), "the passphrase is asked with echo")
    asking.send_signal(signal.SIGINT)
    asking.wait(60)
    check(termios.tcgetattr(slave)[3] == before, "the terminal does not echo after Ctrl-C")


try:
    os.mkdir(temp + "/files")
    first = subprocess.run([program, "init", "--generate", "first", "--danger", "no", "--minors", "no"], env=environment,
                           cwd=temp, capture_output=True, text=True)
    open(temp + "/words", "w").write(first.stdout.splitlines()[0] + "\n")
    open(temp + "/files/a.txt", "w").write("salam\n")
    with open(temp + "/files/b.txt", "w") as chat:
        for i in range(1000, LINES + 1000):
            chat.write(f"{i // 1440 % 28 + 1:02}/01/2024, {i // 60 % 24:02}:{i % 60:02} - Ann Example: gələcəm {i}\n")
    with open(temp + "/files/c.bin", "wb") as video:
        for _ in range(60):
            video.write(os.urandom(1 << 20))
    case_stopped("sealing-INT", signal.SIGINT, sealing)
    case_stopped("reading-INT", signal.SIGINT, reading)
    case_stopped("reading-TERM", signal.SIGTERM, reading)
    telling_stopped(temp + "/sealing-INT", signal.SIGINT)
    telling_stopped(temp + "/sealing-INT", signal.SIGTERM)
    prompt_stopped(temp + "/first")
    page_left(temp + "/first")
    echo_is_back(temp + "/first")
finally:
    shutil.rmtree(temp)
sys.exit(1 if failures else 0)
PY
