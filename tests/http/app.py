#!/usr/bin/env python3
"""10,000 broken requests at Beside itself, from people who are signed in: no
crash, no word from a sanitizer, no 500."""
import html
import random
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.parse
from collections import Counter

import broken
from wire import Probe, Tally, get, options, read_one, send

PASSWORD = 'a word of nine'
PEOPLE = ['denise', 'ruth', 'rao', 'karen', 'luis']
PAGES = 40  # looked at for each
PIECES = broken.PIECES + [
    b'%00', b'%ff', b'%', b"'", b'"', b'-1', b'0', b'99999999999999999999',
    b'%3Cb%3E', b'..%2f', b'a' * 2000, b'2026-02-31', b'%E2%80%AE', b'csrf=',
    b'&', b'%0a', b'9223372036854775808', b'/1', b'?', b'once=', b'[]']
# What would end the session, or start a program for each request.
LEAVE = re.compile(r'^/(sign-out|account/(sign-out|password)|exit)|\.pdf')


class Person:
    """Someone signed in at a server, and the requests that her pages offer."""

    def __init__(self, app, name):
        self.app, self.cookies, self.requests = app, {}, []
        page = self.ask('GET', '/sign-in')
        fields = self.forms(page.body)[0][1] | {'name': name,
                                                'password': PASSWORD}
        if self.ask('POST', '/sign-in', fields).status != 303:
            raise SystemExit(f'{name} could not sign in')
        self.look_around()

    def raw(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields or {}).encode()
        host = f'127.0.0.1:{self.app.port}'
        cookies = '; '.join(f'{k}={v}' for k, v in self.cookies.items())
        head = f'{method} {path} HTTP/1.1\r\nHost: {host}\r\n'
        if cookies:
            head += f'Cookie: {cookies}\r\n'
        if method == 'POST':
            head += (f'Origin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n'
                     'Content-Type: application/x-www-form-urlencoded\r\n'
                     f'Content-Length: {len(body)}\r\n')
        return head.encode() + b'\r\n' + body

    def ask(self, method, path, fields=None):
        with self.app.connect() as sock:
            send(sock, self.raw(method, path, fields))
            reply = read_one(sock, 10)
        for line in reply.raw.partition(b'\r\n\r\n')[0].split(b'\r\n'):
            got = re.match(rb'(?i)set-cookie: ([^=]+)=([^;]*)', line)
            if got:
                self.cookies[got[1].decode()] = got[2].decode()
        return reply

    @staticmethod
    def forms(body):
        """(where it goes, its fields) for each form."""
        out = []
        for form in re.findall(rb'<form[^>]*>.*?</form>', body, re.S):
            text = form.decode('utf-8', 'replace')
            action = re.search(r'<form[^>]*action="([^"]*)"', text)
            fields = {}
            for tag in re.findall(r'<(?:input|textarea|select)[^>]*>', text):
                name = re.search(r'name="([^"]*)"', tag)
                value = re.search(r'value="([^"]*)"', tag)
                if name:
                    fields[name[1]] = html.unescape(value[1] if value else '1')
            out.append((html.unescape(action[1]) if action else '', fields))
        return out

    def look_around(self):
        todo, seen = ['/', '/me', '/today'], set()
        while todo and len(seen) < PAGES:
            path = todo.pop(0)
            if path in seen or LEAVE.search(path):
                continue
            seen.add(path)
            reply = self.ask('GET', path)
            self.requests.append(self.raw('GET', path))
            to = reply.headers.get('location')
            todo += [to] if to else []
            todo += [html.unescape(link.decode()) for link in re.findall(
                rb'href="(/[^"#]*)', reply.body) if b'/s/' not in link]
            for action, fields in self.forms(reply.body):
                if action and not LEAVE.search(action):
                    self.requests.append(self.raw('POST', action, fields))


class Crowd(threading.Thread):
    def __init__(self, app, people, seed, count):
        super().__init__()
        self.app, self.chance = app, random.Random(seed)
        self.some = [p.requests for p in people] + [broken.GOOD]
        self.count, self.seen, self.wrong = count, Counter(), []

    def run(self):
        for _ in range(self.count):
            data = broken.mutate(self.chance, self.some, PIECES)
            with self.app.connect() as sock:
                send(sock, data)
                reply = read_one(sock, 3 if b'POST' in data else 1)
            self.seen.update(reply.statuses[:1])
            if any(s in (500, 502) for s in reply.statuses):
                self.wrong.append((reply.statuses, data[:1500]))


def main():
    o = options(requests=10000, seed=23, threads=50)
    tally = Tally()
    print(f'seed {o.seed}')
    folder = tempfile.mkdtemp(prefix='beside-app-')
    data = folder + '/data'
    subprocess.run([o.probe, 'demo', '--data', data, '--password', PASSWORD,
                    '--date', '2026-10-13'], check=True,
                   stdout=subprocess.DEVNULL)
    app = Probe(o.probe, 'serve', '--data', data, '--port', 0)
    people = [Person(app, name) for name in PEOPLE]
    print(sum(len(p.requests) for p in people), 'requests to break')
    crowds = [Crowd(app, people, o.seed * 1000 + i, o.requests // o.threads)
              for i in range(o.threads)]
    for c in crowds:
        c.start()
    for c in crowds:
        c.join()
    seen = sum((c.seen for c in crowds), Counter())
    wrong = [w for c in crowds for w in c.wrong]
    tally.passed += o.requests - len(wrong)
    for w in wrong[:20]:
        tally.case(False, 'a broken request', w)
    print('answers:', ', '.join(f'{n} x {s}' for s, n in sorted(seen.items())))
    tally.case(min(seen[200], seen[303], seen[400]) > o.requests // 100,
               'some are fine, some are refused', str(seen))
    tally.case(get(app.connect, '/sign-in').status == 200, 'it still answers')
    tally.stopped(app)
    shutil.rmtree(folder)
    tally.end()


if __name__ == '__main__':
    main()
