#!/usr/bin/env python3
"""stop.py [--program PATH] [--rounds N] [--seed N]: stopped in the middle of work.

Saves, pages and sign-ins come all at once; then SIGTERM. The program ends with
status 0, what it answered is whole, all that it said was saved is there when it
comes back, and the sanitizer it was built with has nothing to say. On SQLite, or
on the PostgreSQL that BESIDE_TEST_DATABASE names.
"""
import argparse
import os
import random
import tempfile
import threading
import time

from program import Program, Session, Tally
from saves import CUT, Crowd

PAGES = ['/me', '/me/visits', '/me/between', '/me/sharing', '/account',
         '/me/circle', '/healthz', '/nowhere']


class Reader(threading.Thread):
    """Pages, one after the other, until the program is gone."""

    def __init__(self, session, fresh):
        super().__init__()
        self.session, self.fresh, self.pages = session, fresh, 0
        self.wrong = []

    def run(self):
        try:
            while True:
                path = PAGES[self.pages % len(PAGES)]
                status = self.session.get(path).status
                if status != (404 if path == '/nowhere' else 200):
                    self.wrong.append((path, status))
                self.pages += 1
                if self.fresh:
                    self.session.close()
        except CUT:
            self.session.close()


class Comer(threading.Thread):
    """Signs in and out again."""

    def __init__(self, program, name):
        super().__init__()
        self.program, self.name, self.times, self.wrong = program, name, 0, []
        self.torn = 0

    def run(self):
        while True:
            session = Session(self.program)
            try:
                status = session.sign_in(self.name)
                if status != 303:
                    self.wrong.append(('/sign-in', status))
                session.post('/sign-out')
                self.times += 1
            except CUT:
                self.torn += session.torn
                return
            finally:
                session.close()


def one(tally, program, crowd, chance, i):
    readers = [Reader(crowd.denise.copy(), fresh) for fresh in (0, 1)]
    comers = [Comer(program, name) for name in ('ruth', 'luis')]
    ended = []

    def stopped():
        time.sleep(chance.uniform(0.3, 1.2))
        ended.append(program.stop())
    for t in readers + comers:
        t.start()
    crowd.load(stopped)
    for t in readers + comers:
        t.join()
    torn = sum(c.session.torn for c in crowd.clients + readers) + \
        sum(c.torn for c in comers)
    wrong = [w for t in readers + comers for w in t.wrong]
    tally.case(ended == [0], f'round {i}: it ends', ended)
    tally.case(not torn, f'round {i}: no answer is torn', torn)
    tally.case(not wrong, f'round {i}: every answer is a good one', wrong[:5])
    program.start()
    missing = crowd.missing()
    tally.case(not missing, f'round {i}: what was saved is there', missing)
    return sum(r.pages for r in readers), sum(c.times for c in comers)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--program', default='build-tsan/beside')
    p.add_argument('--rounds', type=int, default=6)
    p.add_argument('--seed', type=int, default=20261013)
    o = p.parse_args()
    print(f'seed {o.seed}')
    tally, chance = Tally(), random.Random(o.seed)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, o.program,
                          os.environ.get('BESIDE_TEST_DATABASE'))
        program.make_demo()
        program.start()
        crowd = Crowd(program)
        pages = times = 0
        for i in range(o.rounds):
            more, again = one(tally, program, crowd, chance, i)
            pages, times = pages + more, times + again
        print(f'{crowd.saves} saves, {pages} pages, {times} sign-ins')
        tally.case(min(crowd.saves, pages) > o.rounds and times > 0,
                   'there was load')
        tally.quiet(program)
    tally.end()


main()
