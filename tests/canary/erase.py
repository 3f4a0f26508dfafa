#!/usr/bin/env python3
"""Somebody who was erased is in no row of any table, and does not come back.

On the demo: Denise is erased while the program is served. Her id is then in no
number of any row but the one that says an id was taken, her data key in no file, her sign-in in no list; everybody
else's export says the same as before, but for what named her; and a backup made
before she was erased comes back without her.
"""
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get('BESIDE', 'build-asan/beside')
PASSWORD = 'harbor-lantern-42'
NAME = 'Denise Carter'
STAYS = ['people_person.id']  # an id without a name


def run(*words):
    return subprocess.run([PROGRAM, *words], check=True, capture_output=True,
                          text=True).stdout


def rows_with(store, number):
    """table.column of every cell that is this number."""
    found = []
    db = sqlite3.connect(f'file:{store}?mode=ro', uri=True)
    tables = [r[0] for r in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for column in [r[1] for r in db.execute(f'PRAGMA table_info({table})')]:
            n = db.execute(f'SELECT count(*) FROM {table} WHERE {column} = ?',
                           (number,)).fetchone()[0]
            found += [f'{table}.{column}'] * bool(n)
    db.close()
    return found


def key_of(store, number):
    db = sqlite3.connect(f'file:{store}?mode=ro', uri=True)
    row = db.execute('SELECT wrapped FROM keys_person WHERE person = ?',
                     (number,)).fetchone()
    db.close()
    return row and row[0]


def holding(folder, held):
    return [str(f) for f in pathlib.Path(folder).rglob('*')
            if f.is_file() and held in f.read_bytes()]


def numbers(listed):
    return [line.split('\t')[0] for line in listed.splitlines()]


def main():
    checks = []

    def check(good, words):
        checks.append(bool(good))
        print(('ok      ' if good else 'FAILED  ') + words)

    with tempfile.TemporaryDirectory() as folder:
        data = ['--data', f'{folder}/data']
        store, again = f'{folder}/data/beside.db', f'{folder}/again'
        run('demo', *data, '--password', PASSWORD, '--date', '2026-10-13')
        her = int(numbers(run('person', 'list', NAME, *data))[0])
        key, others = key_of(store, her), numbers(run('person', 'list', '', *data))
        check(len(rows_with(store, her)) > 5, f'she is in {len(rows_with(store, her))} columns')
        others = [n for n in others if int(n) != her][:12]
        before = [run('export', 'person', n, *data) for n in others]
        run('backup', f'{folder}/backup', *data)
        server = subprocess.Popen([PROGRAM, 'serve', *data, '--port', '0'],
                                  stdout=subprocess.PIPE, text=True)
        server.stdout.readline()
        said = run('erase', 'person', NAME, '--yes', *data)
        check('keyrings' not in said, 'every keyring was reached')
        check(os.path.getsize(f'{store}-wal') == 0, 'the log is empty while served')
        check(not holding(folder, key), f'her data key is in no file: {holding(folder, key)}')
        server.terminate()
        check(server.wait(60) == 0, 'the program stopped well')
        check(rows_with(store, her) == STAYS, f'only an id is left: {rows_with(store, her)}')
        check('denise' not in run('user', 'list', *data), 'she cannot sign in')
        after = [run('export', 'person', n, *data) for n in others]
        changed = [n for n, a, b in zip(others, before, after)
                   if a != b and 'Denise' not in a]
        check(not changed, f'nobody else lost anything: {changed}')
        check(all(json.loads(a) for a in after), 'every export is JSON')
        run('restore', f'{folder}/backup', '--data', again, '--key', f'{folder}/data.key')
        left = rows_with(f'{again}/beside.db', her)
        check(left == STAYS, f'a backup comes back without her: {left}')
        check(not holding(again, key), 'and without her data key')
    print(f'{sum(checks)} passed, {len(checks) - sum(checks)} failed')
    return not all(checks)


sys.exit(main())
