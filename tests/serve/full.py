#!/usr/bin/env python3
"""full.py [--program PATH]: the disk is full, and then it is not.

No file of the program may grow any more (RLIMIT_FSIZE, as a full disk does it):
saves are answered 503 with a sentence, pages are shown as before, and nothing of
a save that was refused is there. When there is room again saves go on without a
restart, and all that was ever answered as saved is there.
"""
import argparse
import os
import resource
import signal
import sqlite3
import tempfile
import threading
import time

from program import DATE, Program, Tally
from saves import Crowd

NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def limit(program, size):
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, size)


def fill(program):
    """From here on the log of the store cannot grow."""
    log = os.path.getsize(program.data + '/beside.db-wal')
    limit(program, (max(log, 4096) + 20000, resource.RLIM_INFINITY))


def save(session, words):
    return session.post('/me/between/events', words=words, event_day=DATE)


def all_of(session):
    return session.page('/me/copy/my-copy.json')


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--program', default='build-asan/beside')
    o = p.parse_args()
    tally = Tally()
    # A limit is an error to the program, not its end.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, o.program)
        program.restore_signals = False
        program.make_demo()
        program.start()
        crowd = Crowd(program)
        denise = crowd.denise
        tally.case(save(denise, 'before').status == 303, 'a save before')
        fill(program)
        answers = [save(denise, f'full {i}') for i in range(40)]
        refused = [i for i, a in enumerate(answers) if a.status == 503]
        tally.case(len(refused) > 10 and
                   all(a.status in (303, 503) for a in answers),
                   'saves are refused', [a.status for a in answers])
        tally.case(all(b'Nothing is lost on your side' in answers[i].body
                       for i in refused), 'with a sentence',
                   answers[-1].body[-600:])
        for path in ('/me', '/me/between', '/account', '/healthz'):
            tally.case(denise.get(path).status == 200, f'{path} is shown')
        shown = all_of(denise)
        wrong = [i for i, a in enumerate(answers)
                 if shown.count(f'"full {i}"') != (a.status == 303)]
        tally.case(not wrong and shown.count('"before"') == 1,
                   'what is there is what was said', wrong)
        crowd.load(lambda: time.sleep(0.5), threading.Event())
        limit(program, NO_LIMIT)
        tally.case(save(denise, 'after').status == 303, 'there is room again')
        tally.case('"after"' in all_of(denise), 'and it is there')
        missing = crowd.missing()
        tally.case(not missing, 'nothing of the crowd is lost', missing)
        tally.quiet(program)
        with sqlite3.connect(program.data + '/beside.db') as db:
            tally.case(db.execute('PRAGMA integrity_check').fetchall() ==
                       [('ok',)], 'the store is whole')
    tally.end()


main()
