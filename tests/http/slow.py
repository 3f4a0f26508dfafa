#!/usr/bin/env python3
"""Slow clients are hung up on in time, and nobody else waits for them."""
import os
import select
import socket
import time

from wire import Probe, Tally, get, options, read_one, send

HEAD, BODY, IDLE, ANSWER, RATE = 2, 3, 2, 2, 8 << 20
SPARE = 2       # seconds a connection may live past its deadline
EACH = 40       # connections of each kind
EVERY = 0.2     # seconds from one drip to the next
REQUEST = b'GET /see HTTP/1.1\r\nHost: probe\r\n'
DRIP = b'X: ' + b'a' * 1000


class Slow:
    """One slow client. What it says at once, what it drips, whether it reads,
    and how long it may live."""

    def __init__(self, probe, kind):
        self.name, first, self.drip, self.reads, self.life = kind
        self.sock = socket.socket()
        if not self.reads:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.sock.connect(('127.0.0.1', probe.port))
        self.begun, self.ended = time.monotonic(), None
        if first:
            send(self.sock, first)
        if first.endswith(b'\r\n\r\n') and self.reads and not self.drip_body():
            read_one(self.sock)
        self.sock.setblocking(False)
        self.at = 0

    def drip_body(self):
        return self.name == 'a body drips'

    def move(self):
        """One drip; notes when the other side has hung up."""
        try:
            if self.drip:
                self.sock.send(self.drip[self.at:self.at + 1])
                self.at += 1
            if self.reads and select.select([self.sock], [], [], 0)[0] and \
                    not self.sock.recv(4096):
                raise ConnectionResetError
            if self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise ConnectionResetError
        except BlockingIOError:
            pass
        except OSError:
            self.ended = time.monotonic()
            self.sock.close()

    def lived(self):
        return (self.ended or time.monotonic()) - self.begun


KINDS = [
    ('nothing is sent', b'', b'', True, HEAD),
    ('a head drips', b'', REQUEST + DRIP, True, HEAD),
    ('a head stops', REQUEST, b'', True, HEAD),
    ('nothing after an answer', REQUEST + b'\r\n', b'', True, IDLE),
    ('a second head drips', REQUEST + b'\r\n', REQUEST + DRIP, True,
     IDLE + HEAD),
    ('a body drips', b'POST /echo HTTP/1.1\r\nHost: probe\r\n'
                     b'Content-Length: 1000\r\n\r\n', b'a' * 999, True, BODY),
    ('an answer is not read', b'GET /big HTTP/1.1\r\nHost: probe\r\n\r\n', b'',
     False, ANSWER + 1),
]


def open_files(probe):
    return len(os.listdir(f'/proc/{probe.pid}/fd'))


def watch(probe, slow):
    """Let them drip until all have ended; how long others waited meanwhile."""
    waits, longest = [], max(kind[4] for kind in KINDS) + SPARE + 1
    until = time.monotonic() + longest
    while time.monotonic() < until and any(not s.ended for s in slow):
        round_end = time.monotonic() + EVERY
        for s in slow:
            if not s.ended:
                s.move()
        while time.monotonic() < round_end:
            begun = time.monotonic()
            get(probe.connect, '/see')
            waits.append(time.monotonic() - begun)
            time.sleep(0.01)
    return sorted(waits)


def main():
    o = options()
    tally = Tally()
    probe = Probe(o.probe, '--head', HEAD, '--body', BODY, '--idle', IDLE,
                  '--answer', ANSWER, '--rate', RATE)
    get(probe.connect, '/see')
    before = open_files(probe)
    slow = [Slow(probe, kind) for kind in KINDS for _ in range(EACH)]
    waits = watch(probe, slow)
    for name, *_, life in KINDS:
        lives = [s.lived() for s in slow if s.name == name]
        ended = all(s.ended for s in slow if s.name == name)
        print(f'{name}: lived up to {max(lives):.1f} s of {life}')
        shortest = HEAD if name == 'a second head drips' else life
        tally.case(ended and max(lives) < life + SPARE, name + ': hung up on',
                   f'ended {ended}, lived up to {max(lives):.1f} s of {life}')
        tally.case(min(lives) > shortest - 0.6, name + ': not too early',
                   f'lived {min(lives):.1f} s of {life}')
    # One worker held up by one slow client would be a wait of seconds.
    half, p99 = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
    tally.case(len(waits) > 50 and half < 0.2 and p99 < 1,
               'others are answered meanwhile', f'{len(waits)} requests, half '
               f'within {half * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms')
    time.sleep(0.5)
    tally.case(open_files(probe) <= before + 2, 'no socket is left behind',
               f'{open_files(probe)} open files, {before} before')
    tally.stopped(probe)
    tally.end()


if __name__ == '__main__':
    main()
