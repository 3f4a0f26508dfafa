#!/usr/bin/env python3
"""broken.py [--program PATH] [--requests N] [--seed N]: 10,000 broken requests.

Every address of the program (tests/golden/matrix.txt) is asked with broken paths,
ids, fields, encodings, methods and cookies, by nobody and by the signed-in people
of the demo; ids and names of fields are those of its own pages. It must not
crash, a sanitizer must have nothing to say, each is answered, no answer is a 500,
and its memory stays where it was.
"""
import argparse
import os
import random
import re
import socket
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter

from program import Program, Session, Tally, signed_in

PEOPLE = ['denise', 'ruth', 'jose', 'karen', 'rao', 'luis']
HERE = os.path.dirname(os.path.abspath(__file__))
GROWTH_KB = 64 * 1024
# These end the session that the others of the crowd still use.
ENDING = re.compile(r'/(sign-out|leave|end|sign-in|kiosk)\b')
# Slow by design: passwords, PDF. A few are enough; they may say "busy".
SLOW = re.compile(r'^/(sign-in|account/password|kiosk)|\.pdf')
IDS = ['0', '-1', '1', '7', '99999999999999999999', '9223372036854775807', 'x',
       '1x', '%00', '%ff', '%2', '%2e%2e', '..', '1%2f2', 'a' * 900, "1'--",
       '%C3%B1', '\xf1', '{id}', '1;2', '+1', '%20']
VALUES = ['', ' ', '0', '-1', '1', '2', '7', '9223372036854775808', '1e9', 'NaN',
          '2026-10-13', '2026-02-30', '99999-01-01', '10:00', '25:61', 'next',
          'stop', 'yes', 'on', '<script>alert(1)</script>', "' OR 1=1 --",
          '%s%n%d', '\u202eabc', '\U0001f600' * 30, 'a' * 300, 'b' * 20000,
          'line\r\nline', '\ud7ff', '/', '//evil.example', '/me']
RAW = [b'%', b'%f', b'%ff', b'%00', b'%c3', b'%ed%a0%80', b'\xff\xfe', b'a=b=c',
       b'&&&', b'=', b'+', b'%25%32', b'\0']
METHODS = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'X' * 30]
HEADERS = [b'Origin: null', b'Origin: https://evil.example', b'Origin: \xff',
           b'Sec-Fetch-Site: cross-site', b'Sec-Fetch-Site: same-origin',
           b'Accept-Language: ' + b'es,' * 300, b'Accept-Language: ;;q=,-',
           b'If-None-Match: "', b'Accept-Encoding: gzip, \xff',
           b'X-Forwarded-For: ' + b'1,' * 200, b'Range: bytes=0-,1-,2-',
           b'Cookie: beside', b'Cookie: ; ;=;beside=;beside=x',
           b'Cookie: beside-lang=\xff; beside-kiosk=' + b'1' * 500,
           b'User-Agent: ' + b'u' * 2000, b'Expect: 200-maybe']
TYPES = [b'application/x-www-form-urlencoded', b'application/json', b'',
         b'multipart/form-data; boundary=x', b'text/plain',
         b'application/x-www-form-urlencoded; charset=utf-16']


class Town:
    """Addresses, ids and field names, as the program's own pages have them."""

    def __init__(self, program):
        self.routes = []
        with open(HERE + '/../golden/matrix.txt') as f:
            for line in f:
                if row := re.match(r'(GET|POST) +(/\S*) ', line):
                    self.routes.append(row.groups())
        self.sessions = [signed_in(program, name) for name in PEOPLE]
        self.ids, self.fields = set(IDS), {'csrf', 'once', 'on_page', 'kept'}
        self.links = [self.crawl(s) for s in self.sessions]
        self.ids, self.fields = sorted(self.ids), sorted(self.fields)

    def crawl(self, session):
        """Where the forms and links of this one's pages go."""
        todo, seen, all_links = ['/'], set(), set()
        while todo and len(seen) < 60:
            path = todo.pop(0)
            seen.add(path)
            answer = session.get(path)
            if answer.status == 303:
                todo.append(answer.headers['Location'])
            page = answer.body.decode(errors='replace')
            self.fields.update(re.findall(r' name="([^"]+)"', page))
            links = set(re.findall(r'(?:href|action)="(/[^"#]*)"', page))
            all_links |= links
            for link in links:
                self.ids.update(re.findall(r'/(\d+|[a-z-]{3,20})(?=/|$)', link))
            todo += sorted(link for link in links - seen
                           if not ENDING.search(link) and '/s/' not in link
                           and not SLOW.search(link))
        return sorted(link for link in all_links if not SLOW.search(link))


class Maker:
    """Broken requests; they depend on the seed alone."""

    def __init__(self, town, seed):
        self.town, self.chance = town, random.Random(seed)

    def path(self, who):
        one = self.chance.choice
        method, path = one(self.town.routes)
        if self.chance.random() < (0.95 if SLOW.search(path) else 0.5):
            method, path = one(['GET', 'POST']), one(self.town.links[who])
        path = re.sub(r'\{\w+\}', lambda m: one(self.town.ids), path)
        kind = self.chance.randrange(12)
        at = self.chance.randrange(len(path) + 1)
        if kind == 0:
            path = path[:at] + one(['%', '//', '\xff', '%00', '..', '?', ';',
                                    '%2f', 'z' * 3000]) + path[at:]
        elif kind == 1:
            path = path[:at] + path[at + 1:]
        elif kind == 2:
            path += '?' + self.form()[:3000].decode('latin-1')
        elif kind == 3:
            path += one(['/', '/1', '?', '??', '?a', '/../account', '#x'])
        return method, '/' + path.lstrip('/') if kind != 1 else path or '/'

    def form(self, csrf=''):
        pairs = []
        for _ in range(self.chance.choice((0, 1, 3, 6, 12, 40))):
            name = self.chance.choice(self.town.fields)
            value = self.chance.choice(
                VALUES if self.chance.random() < 0.7 else self.town.ids)
            pairs.append(urllib.parse.urlencode(
                {name: value}, errors='replace').encode())
        if self.chance.random() < 0.15:
            pairs.append(self.chance.choice(RAW))
        if self.chance.random() < 0.01:
            pairs += [b'a=1'] * 600
        if csrf and self.chance.random() < 0.85:
            pairs.insert(0, b'csrf=' + csrf.encode())
        return b'&'.join(pairs)

    def request(self):
        who = self.chance.randrange(len(self.town.sessions))
        method, path = self.path(who)
        session = self.town.sessions[who]
        csrf, head = '', []
        if self.chance.random() < 0.8 and not ENDING.search(path):
            csrf = session.csrf
            cookie = '; '.join(f'{k}={v}' for k, v in session.cookies.items())
            if self.chance.random() < 0.05:
                cookie = cookie[:-1] + '\xff'
            head.append(b'Cookie: ' + cookie.encode('latin-1'))
        while self.chance.random() < 0.25:
            head.append(self.chance.choice(HEADERS))
        if self.chance.random() < 0.08:
            method = self.chance.choice(METHODS)
        body = b''
        if method == 'POST' or self.chance.random() < 0.02:
            body = self.form(csrf)
            kind = TYPES[0] if self.chance.random() < 0.9 else \
                self.chance.choice(TYPES)
            head += [b'Content-Type: ' + kind,
                     b'Content-Length: %d' % len(body)]
        line = f'{method} {path} HTTP/1.1'.encode('latin-1', 'replace')
        return path, b'\r\n'.join(
            [line, b'Host: beside.test', b'Connection: close', *head, b'',
             body])


class Crowd(threading.Thread):
    def __init__(self, program, town, seed, count):
        super().__init__()
        self.program, self.maker = program, Maker(town, seed)
        self.count, self.seen, self.wrong = count, Counter(), []

    def ask(self, data):
        raw = b''
        with socket.create_connection(('127.0.0.1', self.program.port),
                                      30) as wire:
            try:
                wire.sendall(data)
            except OSError:
                pass  # it may close before it has it all, after its answer
            try:
                while more := wire.recv(65536):
                    raw += more
            except ConnectionResetError:
                pass
        return raw

    def run(self):
        for _ in range(self.count):
            path, data = self.maker.request()
            try:
                raw = self.ask(data)
            except OSError as e:
                self.wrong.append((repr(e), data[:400]))
                continue
            got = re.match(rb'HTTP/1\.1 (\d{3}) ', raw)
            status = int(got[1]) if got else 0
            self.seen[status] += 1
            busy = status == 503 and SLOW.search(path)
            if status == 0 or (status >= 500 and status not in (501, 505) and
                               not busy):
                self.wrong.append((status, data[:400]))


def storm(program, town, seed, requests, threads=10):
    crowds = [Crowd(program, town, seed * 1000 + i, requests // threads)
              for i in range(threads)]
    for c in crowds:
        c.start()
    for c in crowds:
        c.join()
    return (sum((c.seen for c in crowds), Counter()),
            [w for c in crowds for w in c.wrong])


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--program', default='build-asan/beside')
    p.add_argument('--requests', type=int, default=10000)
    p.add_argument('--seed', type=int, default=20261013)
    o = p.parse_args()
    print(f'seed {o.seed}')
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, o.program)
        program.make_demo()
        program.start()
        town = Town(program)
        print(f'{len(town.routes)} addresses, {len(town.ids)} ids, '
              f'{len(town.fields)} fields')
        began = time.monotonic()
        first, wrong = storm(program, town, o.seed, o.requests * 3 // 10)
        before = program.memory_kb()
        second, more = storm(program, town, o.seed + 1, o.requests * 7 // 10)
        after = program.memory_kb() if program.is_there() else 0
        seen, wrong = first + second, wrong + more
        print(f'{sum(seen.values())} answers in '
              f'{time.monotonic() - began:.0f} s:',
              ', '.join(f'{n} x {s}' for s, n in sorted(seen.items())))
        tally.passed += sum(seen.values()) - len(wrong)
        for w in wrong[:20]:
            tally.case(False, 'a broken request', w)
        tally.failed += max(0, len(wrong) - 20)
        tally.case(after - before < GROWTH_KB, 'its memory stays',
                   f'{before} KB, then {after} KB')
        print(f'memory: {before} KB, then {after} KB')
        # Controls: the requests do reach the handlers.
        for status in (200, 303, 400, 403, 404, 405, 422):
            tally.case(seen[status] > o.requests // 1000,
                       f'some are answered {status}', seen)
        tally.case(Session(program).get('/healthz').status == 200,
                   'it still answers')
        tally.quiet(program)
    tally.end()


main()
