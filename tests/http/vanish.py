#!/usr/bin/env python3
"""Clients that vanish at every stage leave nothing behind.

Run it against a probe built with AddressSanitizer and one built with
ThreadSanitizer: a word from either is a failure.
"""
import os
import random
import socket
import struct
import threading
import time

from wire import Probe, Tally, get, options, send

HEAD = b'GET %s HTTP/1.1\r\nHost: probe\r\n\r\n'
POST = b'POST /park?3 HTTP/1.1\r\nHost: probe\r\nContent-Length: 2000\r\n\r\n'
RESET = struct.pack('ii', 1, 0)

# What is said before vanishing; a number waits that many milliseconds.
STAGES = {
    'connected': [],
    'half a request line': [b'GET /se'],
    'half a head': [b'GET /see HTTP/1.1\r\nHost: pro'],
    'a head without its last byte': [HEAD[:-1] % b'/see'],
    'a whole head': [HEAD % b'/see'],
    'before the body': [POST],
    'half a body': [POST + b'a' * 900, 1, b'a' * 100],
    'a whole body': [POST + b'a' * 2000],
    'parked for no time': [HEAD % b'/park'],
    'parked': [HEAD % b'/park?20'],
    'parked, then answered': [HEAD % b'/park?1', 4],
    'before an answer of 8 MB': [HEAD % b'/big'],
    'half an answer': [HEAD % b'/big', 3],
    'after an answer': [HEAD % b'/hello', 2],
    'many at once': [HEAD % b'/park' * 5 + HEAD % b'/hello' * 5],
    'many at once, cut': [HEAD % b'/park?2' * 3 + HEAD[:20] % b'/s'],
    'refused': [b'GET /see HTTP/1.1\r\n\r\n'],
    'refused with a body': [POST.replace(b'2000', b'99999') + b'a' * 500],
}


def vanish(probe, chance):
    stage = STAGES[chance.choice(sorted(STAGES))]
    sock = probe.connect()
    for step in stage:
        if isinstance(step, int):
            time.sleep(step / 1000)
        elif not send(sock, step):
            break
    how = chance.randrange(4)
    if how == 0:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    elif how == 1:
        try:
            sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass
    elif how == 2:
        time.sleep(chance.random() / 200)
    sock.close()


def crowd(probe, seed, count, troubles):
    chance = random.Random(seed)
    for _ in range(count):
        try:
            vanish(probe, chance)
        except OSError as e:
            troubles.append(str(e))


def main():
    o = options(connections=3000, seed=7, threads=6)
    tally = Tally()
    print(f'seed {o.seed}')
    probe = Probe(o.probe, '--head', 3, '--body', 3, '--idle', 3)
    get(probe.connect, '/see')
    before = len(os.listdir(f'/proc/{probe.pid}/fd'))
    troubles = []
    crowds = [threading.Thread(target=crowd, args=(
        probe, o.seed + i, o.connections // o.threads, troubles))
        for i in range(o.threads)]
    for c in crowds:
        c.start()
    for c in crowds:
        c.join()
    tally.case(not troubles, 'every client could connect', troubles[:3])
    reply = get(probe.connect, '/park')
    tally.case(reply.status == 200, 'others are answered after',
               reply.raw[:100])
    until = time.monotonic() + 10
    while len(os.listdir(f'/proc/{probe.pid}/fd')) > before + 1 and \
            time.monotonic() < until:
        time.sleep(0.1)
    after = len(os.listdir(f'/proc/{probe.pid}/fd'))
    tally.case(after <= before + 1, 'no socket is left behind',
               f'{after} open files, {before} before')
    tally.stopped(probe)
    tally.end()


if __name__ == '__main__':
    main()
