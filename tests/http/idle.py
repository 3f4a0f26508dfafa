#!/usr/bin/env python3
"""What an open connection that does nothing costs: memory, and others' time;
and that no worker has many more of them than another."""
import collections
import resource
import time

from wire import Probe, Tally, get, options, read_one, send

REQUEST = b'GET /worker HTTP/1.1\r\nHost: probe\r\n\r\n'
MOST_KB, MOST_MS, UNEVEN = 16, 50, 1.1


def main():
    o = options(connections=2000)
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    tally = Tally()
    # What Debian gives a program; the server has to ask for more by itself.
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, hard))
    probe = Probe(o.probe)
    resource.setrlimit(resource.RLIMIT_NOFILE, (o.connections + 200, hard))
    for _ in range(50):
        get(probe.connect, '/hello')
    before = probe.memory_kb()
    idle, workers = [], collections.Counter()
    for _ in range(o.connections):
        sock = probe.connect()
        send(sock, REQUEST)
        idle.append(sock)
        reply = read_one(sock, 2)
        if reply.status != 200:
            break
        workers[reply.body] += 1
    tally.case(len(idle) == o.connections, 'every connection is answered',
               f'not number {len(idle)}')
    tally.case(len(workers) > 1 and
               max(workers.values()) < UNEVEN * min(workers.values()),
               'workers have as many connections each', f'{workers}')
    each = (probe.memory_kb() - before) / len(idle)
    waits = []
    for _ in range(300):
        begun = time.monotonic()
        get(probe.connect, '/hello')
        waits.append((time.monotonic() - begun) * 1000)
    p99 = sorted(waits)[296]
    print(f'{each:.1f} KB for each of {len(idle)} idle connections; '
          f'meanwhile p99 {p99:.2f} ms')
    tally.case(0 < each <= MOST_KB, 'memory of an idle connection',
               f'{each:.1f} KB, at most {MOST_KB}')
    tally.case(p99 < MOST_MS, 'others do not wait', f'p99 {p99:.2f} ms')
    for sock in idle:
        sock.close()
    tally.stopped(probe)
    tally.end()


if __name__ == '__main__':
    main()
