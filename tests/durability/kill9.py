#!/usr/bin/env python3
"""kill9.py [--program PATH] [--runs N] [--seed N]: nothing shown as saved is lost
(pain 2 of docs/pains.md).

Several clients send saves over HTTP without a pause: things that happened,
answers of a visit, drafts, a language. Each writes down what was answered as
saved. At a moment of chance the program is killed (SIGKILL) and started again;
then its own pages must show every save that was acknowledged, and a form that
was cut off and is sent again counts once. The store must be whole, and the
program up again soon.

Last, the check is shown to be able to fail: a save that was never sent is put
into the ledger, and must be found missing.
"""
import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'serve'))
from program import Program, Tally  # noqa: E402
from saves import Crowd, Latest, Spoken  # noqa: E402

UP_AGAIN_SECONDS = 3.0


def is_whole(program, how):
    with sqlite3.connect(program.data + '/beside.db') as db:
        return db.execute(f'PRAGMA {how}').fetchall() == [('ok',)]


class Runs:
    def __init__(self, program, seed):
        self.program, self.chance = program, random.Random(seed)
        self.crowd, self.ups = Crowd(program), []

    def killed(self):
        time.sleep(self.chance.uniform(0.03, 0.25))
        self.program.kill()

    def one(self, tally, i):
        self.crowd.load(self.killed)
        self.ups.append(self.program.start())
        missing = self.crowd.missing()
        whole = is_whole(self.program, 'quick_check')
        tally.case(not missing and whole, f'run {i}',
                   f'missing {missing}, whole {whole}')

    def can_fail(self, tally):
        """Ledgers that say more than was ever sent."""
        for c in self.crowd.clients:
            c.cut = None
            c.acknowledged = [c.n + 1 if isinstance(c, Latest) else c.n + 1000]
            if isinstance(c, Spoken):
                c.acknowledged = [c.last + 1]
        missing = self.crowd.missing()
        tally.case(len(missing) == len(self.crowd.clients),
                   'a save that never was is found missing', missing)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--program', default='build/beside')
    p.add_argument('--runs', type=int, default=200)
    p.add_argument('--seed', type=int, default=20261013)
    o = p.parse_args()
    print(f'seed {o.seed}')
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, o.program)
        program.make_demo()
        program.start()
        runs = Runs(program, o.seed)
        for i in range(o.runs):
            runs.one(tally, i)
        runs.can_fail(tally)
        tally.quiet(program)
        tally.case(is_whole(program, 'integrity_check'), 'the store is whole')
        ups = sorted(runs.ups)
        print(f'{o.runs} kills, {runs.crowd.saves} saves acknowledged, {runs.crowd.cuts} '
              f'cut off; up again in {sum(ups) / len(ups) * 1000:.0f} ms, at '
              f'worst {ups[-1] * 1000:.0f} ms')
        tally.case(ups[-1] < UP_AGAIN_SECONDS, 'it is up again soon', ups[-1])
        tally.case(runs.crowd.saves > 10 * o.runs, 'there was load', runs.crowd.saves)
    tally.end()


main()
