"""What a disk may hold after the power failed while a program was traced by strace -f -y -xx -s LARGE.

What reached the disk for certain is what was synced: bytes of a file by an fsync of the file, its name by an fsync of its folder.
All else may be there or not. See Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014.
"""

import itertools
import os
import re

CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^(-?\d+|AT_FDCWD)<([^>]*)>")


def whole(lines):
    """Calls of several threads stand between each other; each counts where it ended."""
    begun = {}
    for line in lines:
        line = line.rstrip("\n")
        if unfinished := UNFINISHED.match(line):
            begun[unfinished[1]] = unfinished[2]
        elif resumed := RESUMED.match(line):
            yield f"{resumed[1]} {begun.pop(resumed[1], '')}{resumed[2]}"
        else:
            yield line


def unhex(text):
    return re.sub(rb"\\x([0-9a-f]{2})", lambda byte: bytes.fromhex(byte[1].decode()), text.encode())


class Disk:
    """The files below some folders, and each call that changed them, in order."""

    def __init__(self, trace, folders, current):
        self.folders, self.current = folders, current
        self.number = itertools.count(1)
        self.live, self.base = {}, {}
        for folder in folders:
            for at, _, files in os.walk(folder):
                self.base[at] = self.live[at] = next(self.number)
                for file in files:
                    path = os.path.join(at, file)
                    self.base[path] = self.live[path] = next(self.number)
        self.bytes = {inode: open(path, "rb").read() for path, inode in self.base.items() if os.path.isfile(path)}
        self.events = []
        for line in whole(trace):
            call = CALL.match(line)
            if call and int(call[4]) >= 0:
                self.take(call[2], call[3], int(call[4]))

    def ours(self, path):
        return any(path == folder or path.startswith(folder + "/") for folder in self.folders)

    def take(self, name, words, result):
        texts = [unhex(text) for text in TEXT.findall(words)]
        handle = HANDLE.match(words)
        path = unhex(handle[2]).decode() if handle else ""
        named = [os.path.normpath(os.path.join(self.current, text.decode())) for text in texts] if name not in ("write", "pwrite64") else []
        if name == "openat" and self.ours(named[0]) and ("O_CREAT" in words or "O_TRUNC" in words):
            self.opened(named[0], "O_TRUNC" in words)
        elif name == "mkdir" and self.ours(named[0]):
            self.name(named[0], next(self.number), "folder")
        elif name in ("write", "pwrite64") and handle and handle[1] == "1":
            self.events.append(("told", texts[0]))
        elif name in ("write", "pwrite64") and self.ours(path):
            at = int(words.rsplit(",", 1)[1]) if name == "pwrite64" else None
            self.events.append(("bytes", self.live[path], at, texts[0][:result]))
        elif name == "ftruncate" and self.ours(path):
            self.events.append(("cut", self.live[path], int(words.rsplit(",", 1)[1])))
        elif name in ("fsync", "fdatasync") and self.ours(path):
            self.events.append(("sync", self.live[path], path))
        elif name == "rename" and self.ours(named[0]):
            inode = self.live[named[0]]
            self.event_of_names([(named[0], None), (named[1], inode)])
        elif name == "link" and self.ours(named[0]):
            self.event_of_names([(named[1], self.live[named[0]])])
        elif name in ("unlink", "rmdir") and self.ours(named[0]):
            self.event_of_names([(named[0], None)])
        elif name in ("renameat", "renameat2", "linkat", "unlinkat", "mkdirat") and any(map(self.ours, named)):
            raise SystemExit("the trace holds a call that is not understood: " + name)

    def opened(self, path, cut):
        if path not in self.live:
            self.name(path, next(self.number), "file")
        elif cut:
            self.events.append(("cut", self.live[path], 0))

    def name(self, path, inode, kind):
        self.bytes.setdefault(inode, b"" if kind == "file" else None)
        self.event_of_names([(path, inode)])

    def event_of_names(self, changes):
        for path, inode in changes:
            if inode is None:
                self.live.pop(path, None)
            else:
                self.live[path] = inode
        self.events.append(("names", changes))

    def instants(self):
        return [n for n, event in enumerate(self.events) if event[0] != "told"] + [len(self.events)]

    def after(self, instant, chance):
        """Makes the disk as it may be when the power failed before this event: with all that is not synced lost, or, by
        chance, with some of it. Returns what the program had said."""
        past = self.events[:instant]
        contents = {inode: self.content(inode, past, chance) for inode, kind in self.bytes.items() if kind is not None}
        names = dict(self.base)
        for at, event in enumerate(past):
            if event[0] == "names" and (self.synced(event[1], past[at:]) or (chance and chance.random() < 0.5)):
                for path, inode in event[1]:
                    if inode is None:
                        names.pop(path, None)
                    else:
                        names[path] = inode
        self.write({path: inode for path, inode in names.items() if self.reachable(path, names)}, contents)
        return b"".join(event[1] for event in past if event[0] == "told").decode()

    @staticmethod
    def synced(changes, later):
        synced = {event[2] for event in later if event[0] == "sync"}
        return all(os.path.dirname(path) in synced for path, _ in changes)

    def reachable(self, path, names):
        while path not in self.folders:
            path = os.path.dirname(path)
            if path not in names:
                return False
        return True

    def content(self, inode, past, chance):
        """As it was when it was last synced; where chance has it, with some of what was written since."""
        mine = [event for event in past if event[1] == inode and event[0] in ("bytes", "cut", "sync")]
        synced = max((n for n, event in enumerate(mine) if event[0] == "sync"), default=-1)
        sure = written(self.bytes[inode], mine[: synced + 1])
        if chance is None or chance.random() < 0.5:
            return sure
        all_of_it = written(self.bytes[inode], mine)
        return all_of_it[: chance.randint(min(len(sure), len(all_of_it)), len(all_of_it))]

    def write(self, names, contents):
        for folder in self.folders:
            for at, folders, files in os.walk(folder, topdown=False):
                for path in [os.path.join(at, file) for file in files] + [os.path.join(at, each) for each in folders]:
                    if path not in names or (path in self.base and names[path] != self.base[path]):
                        os.rmdir(path) if os.path.isdir(path) else os.remove(path)
        for path in sorted(names, key=lambda each: each.count("/")):
            if names[path] not in contents:
                os.makedirs(path, mode=0o700, exist_ok=True)
        for path, inode in names.items():
            if inode in contents and not (os.path.exists(path) and open(path, "rb").read() == contents[inode]):
                with open(path, "wb") as file:
                    file.write(contents[inode])


def written(before, events):
    now = bytearray(before)
    for event in events:
        if event[0] == "cut":
            now = now[: event[2]].ljust(event[2], b"\0")
        elif event[0] == "bytes":
            at = len(now) if event[2] is None else event[2]
            now = now.ljust(at, b"\0")
            now[at : at + len(event[3])] = event[3]
    return bytes(now)
