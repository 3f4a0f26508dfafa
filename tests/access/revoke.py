#!/usr/bin/env python3
"""What she ended is gone, also for those who ask at that very moment (pain 10
of docs/pains.md).

Denise lets José type, again and again, while several of his browsers never stop
asking for her answers. From the moment the answer to "stop" is here, nobody who
asks gets a word of hers: José is answered 404, and so is each of his browsers
that begins to ask after it. On SQLite, or on the PostgreSQL that
BESIDE_TEST_DATABASE names.
"""
import os
import re
import sys
import tempfile
import threading

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'http'))
from writers import Browser, PASSWORD, Program, sign_in, token

TIMES, READERS = 100, 3
LEAST_INSIDE = 50  # answers to who asked after the end, before the next yes
HERS = 'awake by noon'


class Reader(threading.Thread):
    """Asks without a pause; counts yeses, and what it should not have seen."""

    def __init__(self, browser, path, ended):
        super().__init__(daemon=True)
        self.browser, self.path, self.ended = browser, path, ended
        self.saw = self.wrong = self.inside = 0
        self.stop = False

    def run(self):
        while not self.stop:
            over = self.ended[0]  # before the question is on its way
            status, page = self.browser.ask('GET', self.path)
            shows = status == 200 and HERS in page
            self.saw += shows
            if over and over == self.ended[0]:  # and no new yes meanwhile
                self.inside += 1
                self.wrong += status != 404 or HERS in page


def walk(program):
    denise, _ = sign_in(program, 'denise')
    visits = denise.ask('GET', '/me/visits')[1]
    # The visit whose preparing holds the words.
    for visit in sorted(set(re.findall(r'/me/visits/(\d+)', visits))):
        status, page = denise.ask('GET', f'/me/visits/{visit}/prepare/want')
        if status == 200 and HERS in page:
            break
    else:
        sys.exit('Denise has no visit with those words')
    csrf = token(page)
    staff = denise.ask('GET', '/me/sharing/new')[1]
    jose = re.search(r'name="to" value="(\d+)"(?:(?!</label>).)*José',
                     staff, re.S)[1]
    he, _ = sign_in(program, 'jose')
    people = he.ask('GET', '/people')[1]
    her = re.search(r'/people/(\d+)"(?:(?!</a>).)*Denise', people, re.S)[1]
    path = f'/with/{her}/visits/{visit}/prepare/want'
    his = token(he.ask('GET', '/account')[1])
    ended = [0]  # how often she ended it; 0 while he may
    readers = []
    for _ in range(READERS):
        browser = Browser(program)
        browser.cookies = dict(he.cookies)
        readers.append(Reader(browser, path, ended))
    for reader in readers:
        reader.start()
    for i in range(1, TIMES + 1):
        status, _ = denise.ask('POST', f'/me/visits/{visit}/mode',
                               {'csrf': csrf, 'types': jose})
        assert status == 303, status
        status, page = he.ask('GET', path)
        assert status == 200 and HERS in page, (i, status)
        status, _ = denise.ask('POST', f'/me/visits/{visit}/mode',
                               {'csrf': csrf, 'mode': 'alone'})
        assert status == 303, status
        ended[0] = i
        for method, fields in (('GET', None), ('POST', {'a': 'x'})):
            fields = fields and {'csrf': his, **fields}
            status, page = he.ask(method, path, fields)
            assert status == 404 and HERS not in page, (i, method, status)
        ended[0] = 0
    for reader in readers:
        reader.stop = True
    for reader in readers:
        reader.join(60)
    return [sum(getattr(r, what) for r in readers)
            for what in ('saw', 'inside', 'wrong')]


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder)
        program.run('demo', '--password', PASSWORD, '--date', '2026-10-13')
        program.start('--now', '2026-10-13T10:00')
        try:
            saw, inside, wrong = walk(program)
        finally:
            program.stop()
    print(f'{saw} answers held her words; of {inside} to those who asked after '
          f'she had ended it, {wrong} were not a plain 404')
    passed = saw > TIMES // 4 and inside >= LEAST_INSIDE and wrong == 0
    print('1 passed, 0 failed' if passed else '0 passed, 1 failed')
    return 0 if passed else 1


if __name__ == '__main__':
    sys.exit(main())
