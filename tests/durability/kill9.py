#!/usr/bin/env python3
"""kill9.py [--program PATH] [--runs N] [--seed N]: nothing shown as saved is lost.

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
import http.client
import os
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'serve'))
from program import DATE, Program, Tally, signed_in  # noqa: E402

UP_AGAIN_SECONDS = 3.0
CUT = (OSError, http.client.HTTPException)


class Client:
    """Sends one kind of save until the program is gone. acknowledged: what was
    answered as saved in this run; cut: what was sent last and not answered."""

    def __init__(self, session):
        self.session, self.n = session, 0
        self.acknowledged, self.cut, self.refused = [], None, []

    def run(self):
        self.acknowledged, self.cut = [], None
        try:
            while True:
                self.n += 1
                self.cut = self.n
                status = self.save(self.n)
                if status not in (303, 204):
                    self.refused.append(status)
                    return
                self.cut = None
                self.acknowledged.append(self.n)
        except CUT:
            pass
        finally:
            self.session.close()


class Happened(Client):
    """Saves that add up: each is there, and once."""

    def __init__(self, session, who):
        super().__init__(session)
        self.who = who

    def words(self, n):
        return f'happened {self.who} {n}'

    def save(self, n):
        return self.session.post('/me/between/events', words=self.words(n),
                                 event_day=DATE, once=f'{self.who}-{n}').status

    def missing(self, seen):
        sent = list(self.acknowledged)
        if self.cut and self.save(self.cut) == 303:
            sent.append(self.cut)
            seen.look()
        counts = [(self.words(n), seen.copy.count(f'"{self.words(n)}"'))
                  for n in sent]
        return [f'"{words}" is there {c} times' for words, c in counts
                if c != 1]


class Latest(Client):
    """Saves that are written over: what is there is the last one that was
    acknowledged, or the one that was cut off."""

    last = None  # what was there after the run before

    def mark(self, n):
        return n

    def missing(self, seen):
        may = [n for n in ((self.acknowledged or [self.last])[-1], self.cut)
               if n is not None]
        there = self.find(seen)
        fits = [n for n in may if self.mark(n) == there]
        if not fits and may != [self.cut]:
            return [f'{type(self).__name__}: {there}, not one of {may}']
        self.last = fits[0] if fits else None
        return []


def number(pattern, text):
    found = re.search(pattern, text)
    return int(found[1]) if found else None


class Answered(Latest):
    """One question of a visit."""

    def __init__(self, session, path):
        super().__init__(session)
        self.path = path

    def save(self, n):
        return self.session.post(self.path, a=f'answer {n}', go='stop').status

    def find(self, seen):
        return number(r'answer (\d+)', self.session.page(self.path))


class Drafted(Latest):
    """What stands in a form that was not sent."""

    def save(self, n):
        return self.session.post('/draft', form='/me/words',
                                 fields=f'words=draft-{n}').status

    def find(self, seen):
        return number(r'draft-(\d+)', seen.copy)


class Spoken(Latest):
    """The language of an account: odd numbers are Spanish."""

    def mark(self, n):
        return n % 2

    def save(self, n):
        return self.session.post('/account/language',
                                 lang='es' if n % 2 else 'en').status

    def find(self, seen):
        return int('<html lang="es"' in self.session.page('/account'))


class Seen:
    """All that the program has of Denise, as it shows it to her."""

    def __init__(self, session):
        self.session = session
        self.look()

    def look(self):
        self.copy = self.session.page('/me/copy/my-copy.json')


def is_whole(program, how):
    with sqlite3.connect(program.data + '/beside.db') as db:
        return db.execute(f'PRAGMA {how}').fetchall() == [('ok',)]


class Runs:
    def __init__(self, program, seed):
        self.program, self.chance = program, random.Random(seed)
        self.denise, karen = (signed_in(program, n)
                              for n in ('denise', 'karen'))
        visit = re.search(r'/me/visits/(\d+)', self.denise.page('/me/visits'))
        self.clients = [
            Happened(self.denise.copy(), 'a'),
            Happened(self.denise.copy(), 'b'),
            Answered(self.denise.copy(),
                     f'/me/visits/{visit[1]}/prepare/want'),
            Drafted(self.denise.copy()), Spoken(karen)]
        self.saves = self.cuts = 0
        self.ups = []

    def load(self, seconds):
        threads = [threading.Thread(target=c.run) for c in self.clients]
        for t in threads:
            t.start()
        time.sleep(seconds)
        self.program.kill()
        for t in threads:
            t.join()
        self.saves += sum(len(c.acknowledged) for c in self.clients)
        self.cuts += sum(c.cut is not None for c in self.clients)

    def missing(self):
        seen = Seen(self.denise)
        return [m for c in self.clients for m in c.missing(seen)]

    def one(self, tally, i):
        self.load(self.chance.uniform(0.03, 0.25))
        self.denise.close()
        self.ups.append(self.program.start())
        missing = self.missing()
        refused = [s for c in self.clients for s in c.refused]
        whole = is_whole(self.program, 'quick_check')
        tally.case(not missing and not refused and whole, f'run {i}',
                   f'missing {missing}, refused {refused}, whole {whole}')

    def can_fail(self, tally):
        """Ledgers that say more than was ever sent."""
        for c in self.clients:
            c.cut = None
            c.acknowledged = [c.n + 1 if isinstance(c, Latest) else c.n + 1000]
            if isinstance(c, Spoken):
                c.acknowledged = [c.last + 1]
        missing = self.missing()
        tally.case(len(missing) == len(self.clients),
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
        print(f'{o.runs} kills, {runs.saves} saves acknowledged, {runs.cuts} '
              f'cut off; up again in {sum(ups) / len(ups) * 1000:.0f} ms, at '
              f'worst {ups[-1] * 1000:.0f} ms')
        tally.case(ups[-1] < UP_AGAIN_SECONDS, 'it is up again soon', ups[-1])
        tally.case(runs.saves > 10 * o.runs, 'there was load', runs.saves)
    tally.end()


main()
