#!/usr/bin/env python3
"""postgres.py [--program PATH] [--rounds N] [--seed N]: the whole program on the
PostgreSQL that BESIDE_TEST_DATABASE names (tools/pg-test-cluster).

It is served, stopped and served again with all it was given. Connections that are
cut while they lie idle are noticed by nobody; cut in the middle of work they cost
at most "try again in a minute": nothing that was answered as saved is lost, and
what is sent again counts once. While the server takes nobody in, the program says
so; then it goes on without a restart.
"""
import argparse
import glob
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

from program import DATE, Program, Tally
from saves import Crowd

BACK_SECONDS = 5


class Server:
    """Told by psql what an operator, or a fault, would do to it."""

    def __init__(self, address):
        self.address = address.replace('/postgres?', '/template1?')
        found = sorted(glob.glob('/usr/lib/postgresql/*/bin/psql'))
        self.psql = found[-1] if found else 'psql'

    def tell(self, sql):
        return subprocess.run([self.psql, '-qXAtd', self.address, '-c', sql],
                              check=True, capture_output=True,
                              text=True).stdout.strip()

    def cut(self, some=1.0):
        """How many of the program's connections were cut."""
        return int(self.tell(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            f" WHERE application_name = 'beside' AND random() < {some}"))

    def take_in(self, yes):
        self.tell('ALTER DATABASE postgres ALLOW_CONNECTIONS '
                  f'{"true" if yes else "false"}')


def settings_name_it(tally, program):
    """A second demo is refused and takes nothing away; no stray file is made."""
    listed = subprocess.run([program.binary, 'user', 'list', *program.options],
                            capture_output=True, text=True)
    tally.case(listed.returncode == 0 and 'denise' in listed.stdout,
               'the settings name the database', listed.stderr)
    for more in [], program.database:
        again = subprocess.run([program.binary, 'demo', *program.options, *more],
                               capture_output=True, text=True)
        tally.case(again.returncode == 1 and 'Nothing was changed' in again.stderr,
                   'a demo on a server is not made again', again.stderr)
    fresh = program.data + '2'
    used = subprocess.run([program.binary, 'demo', '--data', fresh,
                           *program.database], capture_output=True, text=True)
    tally.case(used.returncode == 1 and 'already' in used.stderr and
               not os.path.exists(fresh) and not os.path.exists(fresh + '.key'),
               'a database is not taken twice', used.stderr)
    away = subprocess.run(
        [program.binary, 'user', 'list', *program.options, '--database',
         'postgresql:///x?host=/nowhere/at/all'], capture_output=True, text=True)
    tally.case(away.returncode == 1 and away.stderr.count('\n') == 1,
               'why there is no server is one line', away.stderr)
    tally.case(os.listdir(program.data) == ['beside.conf'],
               'and there is no other store', os.listdir(program.data))


def lies_idle(tally, server, denise):
    for i in range(3):
        cut = server.cut()
        statuses = [denise.get('/me').status, denise.post(
            '/me/between/events', words=f'idle {i}', event_day=DATE).status]
        tally.case(cut > 0 and statuses == [200, 303],
                   'connections cut while idle are not noticed',
                   f'{cut} cut, {statuses}')


def at_work(tally, server, crowd, chance, i):
    cuts = []

    def cutting():
        end = time.monotonic() + 0.8
        while time.monotonic() < end:
            time.sleep(chance.uniform(0.02, 0.15))
            cuts.append(server.cut(0.5))
    before = crowd.saves
    crowd.load(cutting, end=threading.Event())
    missing = crowd.missing()
    tally.case(not missing and sum(cuts) and crowd.saves > before,
               f'round {i}: nothing is lost, nothing counts twice',
               f'{missing}, cuts {cuts}')
    return sum(cuts)


def away(tally, server, denise):
    server.take_in(False)
    server.cut()
    health, page = denise.get('/healthz'), denise.get('/me')
    saved = denise.post('/me/between/events', words='away', event_day=DATE)
    tally.case(health.status == page.status == saved.status == 503,
               'a store that is away is said',
               (health.status, page.status, saved.status))
    tally.case(b'Please try again in a minute' in page.body and
               b'Nothing is lost on your side' in saved.body,
               'in a sentence', page.body[-500:])
    tally.case('Set-Cookie' not in health.headers, 'healthz sets no cookie')
    server.take_in(True)
    began = time.monotonic()
    while denise.get('/healthz').status != 200 and \
            time.monotonic() - began < BACK_SECONDS:
        time.sleep(0.05)
    tally.case(denise.get('/me').status == 200, 'it goes on')
    again = denise.post('/me/between/events', words='away', event_day=DATE)
    copy = denise.page('/me/copy/my-copy.json')
    tally.case(again.status == 303 and copy.count('"away"') == 1,
               'and saves', again.status)


def restart(tally, program, crowd):
    tally.case(program.stop() == 0, 'it stops')
    program.start()
    missing = crowd.missing()
    tally.case(not missing, 'all is there after a restart', missing)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--program', default='build-asan/beside')
    p.add_argument('--rounds', type=int, default=10)
    p.add_argument('--seed', type=int, default=20261013)
    o = p.parse_args()
    address = os.environ.get('BESIDE_TEST_DATABASE')
    if not address:
        sys.exit('run it with tools/pg-test-cluster')
    print(f'seed {o.seed}')
    tally, chance, server = Tally(), random.Random(o.seed), Server(address)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, o.program, address)
        program.make_demo()
        settings_name_it(tally, program)
        program.start()
        crowd = Crowd(program)
        crowd.load(lambda: time.sleep(1), end=threading.Event())
        restart(tally, program, crowd)
        lies_idle(tally, server, crowd.denise)
        cuts = sum(at_work(tally, server, crowd, chance, i)
                   for i in range(o.rounds))
        away(tally, server, crowd.denise)
        restart(tally, program, crowd)
        print(f'{crowd.saves} saves, {cuts} connections cut at work, '
              f'{sum(c.sorry for c in crowd.clients)} times "try again"')
        tally.quiet(program)
    tally.end()


main()
