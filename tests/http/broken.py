#!/usr/bin/env python3
"""10,000 broken requests: no crash, no word from a sanitizer, no 500."""
import random
import socket
import threading
import time
from collections import Counter

import hostile
from wire import Probe, Tally, get, options, read_all, send

GOOD = [data for _, data, *_ in hostile.FINE if len(data) < 5000]
BAD = [data for _, data in hostile.FORMS + hostile.MORE if len(data) < 5000]
PIECES = [b'\r\n', b'\n', b'\r', b'\0', b' ', b'\t', b':', b'%', b'\xff',
          b'\r\n\r\n', b'0\r\n\r\n', b'Content-Length: 9\r\n', b'GET ',
          b'Transfer-Encoding: chunked\r\n', b'Cookie: a=b; =; ;;,=\r\n',
          b'Connection: keep-alive, close\r\n', b'Expect: 100-continue\r\n',
          b'HTTP/1.1', b'?', b'&=', b'a' * 300, b'99999999999999999999']


def mutate(chance, some=(GOOD, BAD), pieces=PIECES):
    data = bytearray(chance.choice(chance.choice(some)))
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 1, 2, 10, 100)))
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 1:
            data[at:at] = chance.choice(pieces)
        elif kind == 2:
            del data[at:to]
        elif kind == 3:
            data[at:at] = data[at:to] * chance.choice((1, 2, 30))
        elif kind == 4:
            data[at:to] = chance.choice(pieces)
        else:
            data += chance.choice(chance.choice(some))
    return bytes(data)


def try_one(probe, data, chance):
    with probe.connect() as sock:
        cut = chance.randrange(len(data) + 1) if chance.randrange(4) == 0 \
            else len(data)
        send(sock, data[:cut])
        if cut < len(data):
            time.sleep(0.001)
            send(sock, data[cut:])
        try:
            sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        return read_all(sock, 6)


class Crowd(threading.Thread):
    """One of many senders; its requests depend on its seed alone."""

    def __init__(self, probe, seed, count):
        super().__init__()
        self.probe, self.chance = probe, random.Random(seed)
        self.count, self.seen, self.wrong = count, Counter(), []

    def run(self):
        for _ in range(self.count):
            data = mutate(self.chance)
            try:
                reply = try_one(self.probe, data, self.chance)
            except OSError as e:
                self.wrong.append((str(e), data[:300]))
                continue
            self.seen.update(reply.statuses)
            if not reply.closed or any(s >= 500 and s != 505
                                       for s in reply.statuses):
                self.wrong.append((reply.closed, reply.statuses, data[:300]))


def main():
    o = options(requests=10000, seed=11, threads=100)
    tally = Tally()
    print(f'seed {o.seed}')
    probe = Probe(o.probe, '--head', 1, '--body', 1, '--idle', 1)
    crowds = [Crowd(probe, o.seed * 1000 + i, o.requests // o.threads)
              for i in range(o.threads)]
    for c in crowds:
        c.start()
    for c in crowds:
        c.join()
    seen = sum((c.seen for c in crowds), Counter())
    wrong = [w for c in crowds for w in c.wrong]
    tally.passed += o.requests - len(wrong)
    for w in wrong:
        tally.case(False, 'a broken request', w)
    print('answers:', ', '.join(f'{n} x {s}' for s, n in sorted(seen.items())))
    tally.case(min(seen[200], seen[400]) > o.requests // 20,
               'some are fine, some are refused', str(seen))
    tally.case(get(probe.connect, '/see').status == 200, 'it still answers')
    tally.stopped(probe)
    tally.end()


if __name__ == '__main__':
    main()
