#!/usr/bin/env python3
"""A stop finishes what has begun; and the limits of a listener hold."""
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time

from wire import Probe, Tally, get, options, read_all, read_one, send

HEAD = b'GET %s HTTP/1.1\r\nHost: probe\r\n\r\n'
POST = b'POST /echo HTTP/1.1\r\nHost: probe\r\nContent-Length: 10\r\n\r\n'


def opened(probe, first):
    sock = probe.connect()
    send(sock, first)
    return sock


def finishes(tally, path):
    probe = Probe(path)
    parked = [opened(probe, HEAD % b'/park?700') for _ in range(50)]
    bodies = [opened(probe, POST + b'12345') for _ in range(20)]
    big = [opened(probe, HEAD % b'/big') for _ in range(5)]
    kept = opened(probe, HEAD % b'/see')
    first = read_one(kept)
    time.sleep(0.3)
    probe.process.send_signal(signal.SIGTERM)
    time.sleep(0.15)
    try:
        probe.connect().close()
        refused = False
    except OSError:
        refused = True
    tally.case(refused, 'no new connection gets in')
    send(kept, HEAD % b'/see')
    last = read_all(kept, 2)
    tally.case(first.status == last.status == 200 and last.closed and
               'connection' not in first.headers and
               last.headers.get('connection') == 'close',
               'an open connection gets one more answer, and is closed',
               last.raw[:200])
    for sock in bodies:
        send(sock, b'67890')
    replies = [read_all(s, 5) for s in bodies]
    tally.case(all(r.body == b'1234567890' for r in replies),
               'half a body is waited for', replies[0].raw[:200])
    replies = [read_all(s, 5) for s in parked]
    tally.case(all(r.status == 200 and r.closed for r in replies),
               'parked calls are answered', replies[0].raw[:200])
    sizes = [len(read_one(s).body) for s in big]
    tally.case(sizes == [8 << 20] * 5, 'long answers are sent whole', sizes)
    tally.stopped(probe)


def resumed_first(tally, path):
    """A call may be answered before its handler has even returned."""
    probe = Probe(path)
    socks = [opened(probe, (HEAD % b'/now' + HEAD % b'/park') * 20)
             for _ in range(20)]
    for sock in socks:
        send(sock, b'GET /now HTTP/1.0\r\n\r\n')
    answers = [read_all(sock, 5).answers for sock in socks]
    tally.case(answers == [41] * 20, 'resumed before it is parked', answers)
    tally.stopped(probe)


def under_load(tally, path, what, seconds):
    """Every request that got an answer got a whole one."""
    probe = Probe(path)
    torn, done = [], []

    def ask():
        while True:
            try:
                with probe.connect() as sock:
                    send(sock, HEAD % what)
                    reply = read_one(sock)
            except OSError:
                return
            done.append(1)
            if reply.raw and not reply.body.endswith(b'\n'):
                torn.append(reply.raw)
    askers = [threading.Thread(target=ask) for _ in range(8)]
    for a in askers:
        a.start()
    time.sleep(seconds)
    tally.stopped(probe)
    for a in askers:
        a.join()
    tally.case(done and not torn, 'no answer is torn', torn[:2])


def unix_socket(tally, path):
    with tempfile.TemporaryDirectory() as folder:
        name = folder + '/s.sock'
        left = socket.socket(socket.AF_UNIX)
        left.bind(name)
        left.close()
        probe = Probe(path, '--listen', 'unix:' + name)
        mode = os.stat(name).st_mode & 0o777

        def connect():
            s = socket.socket(socket.AF_UNIX)
            s.connect(name)
            return s
        body = get(connect, '/see').body
        tally.case(b'address \n' in body and mode == 0o660,
                   'a stale socket file is replaced', f'{mode:o} {body}')
        second = subprocess.run([path, '--listen', 'unix:' + name],
                                capture_output=True, timeout=10)
        tally.case(second.returncode == 1 and
                   b'Another program listens' in second.stderr,
                   'a socket in use is left alone', second.stderr)
        tally.case(get(connect, '/see').status == 200, 'it still answers')
        tally.stopped(probe)
        tally.case(not os.path.exists(name), 'the file goes at the end')


def limits(tally, path):
    probe = Probe(path, '--per-address', 3)
    first = [opened(probe, HEAD % b'/see') for _ in range(3)]
    replies = [read_one(s) for s in first]
    fourth = read_all(opened(probe, HEAD % b'/see'), 2)
    tally.case(all(r.status == 200 for r in replies) and fourth.closed and
               not fourth.raw, 'three connections from an address, not four',
               fourth.raw)
    taken = subprocess.run([path, '--port', str(probe.port)],
                           capture_output=True, timeout=10)
    tally.case(taken.returncode == 1 and b'Another program' in taken.stderr,
               'a port in use is said', taken.stderr)
    tally.stopped(probe)


def many_bodies(tally, path):
    """Bodies in reading have 64 MB in all; past it, 503 and not a crash."""
    probe = Probe(path)
    promise = POST.replace(b'10', b'65536')
    socks = [opened(probe, promise) for _ in range(1040)]
    refused, waiting, until = [], socks, time.monotonic() + 10
    while len(waiting) > 1024 and time.monotonic() < until:
        time.sleep(0.2)
        begun, waiting = waiting, []
        for s in begun:
            s.setblocking(False)
            try:
                refused.append(s.recv(1000).startswith(b'HTTP/1.1 503'))
            except BlockingIOError:
                waiting.append(s)
    tally.case(len(waiting) == 1024 and all(refused),
               'past 64 MB of bodies comes 503',
               f'{len(waiting)} wait, {refused}')
    tally.case(get(probe.connect, '/see').status == 200, 'it still answers')
    waiting[0].setblocking(True)
    send(waiting[0], b'a' * 65536)
    tally.case(len(read_one(waiting[0]).body) == 65536, 'the others go on')
    for s in socks:
        s.close()
    tally.stopped(probe)


def main():
    o = options()
    tally = Tally()
    finishes(tally, o.probe)
    resumed_first(tally, o.probe)
    under_load(tally, o.probe, b'/park', 0.7)
    for _ in range(10):  # some end while a connection is being handed on
        under_load(tally, o.probe, b'/see', 0.2)
    unix_socket(tally, o.probe)
    limits(tally, o.probe)
    many_bodies(tally, o.probe)
    tally.end()


if __name__ == '__main__':
    main()
