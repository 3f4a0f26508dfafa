#!/usr/bin/env python3
"""Many write at once, and every answer is kept: on SQLite, or on the PostgreSQL
that BESIDE_TEST_DATABASE names.

The demo's people sign in, all at the same time, each several times; then, from
each of their sessions, change the language of their account. On PostgreSQL these
changes collide. Nobody is told "try later", and after a restart every session
that was given is there.
"""
import concurrent.futures
import http.client
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse

PROGRAM = os.environ.get('BESIDE', 'build-asan/beside')
SERVER = os.environ.get('BESIDE_TEST_DATABASE')
PEOPLE = ['denise', 'ruth', 'jose', 'karen', 'rao', 'luis']
PASSWORD = 'harbor-lantern-42'
EACH = 4


def token(page):
    return re.search(r'name="csrf" value="([^"]*)"', page)[1]


class Program:
    def __init__(self, folder):
        self.options = ['--data', os.path.join(folder, 'data')]
        if SERVER:
            self.options += ['--database', SERVER]

    def run(self, command, *more):
        subprocess.run([PROGRAM, command, *self.options, *more], check=True,
                       stdout=subprocess.DEVNULL)

    def start(self, *more):
        self.process = subprocess.Popen(
            [PROGRAM, 'serve', *self.options, '--port', '0', *more],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r'ready on http://.*:(\d+)', line)[1])

    def stop(self):
        self.process.terminate()
        return self.process.wait(60)


class Browser:
    """Cookies, and one connection for each request."""

    def __init__(self, program):
        self.program, self.cookies = program, {}

    def ask(self, method, path, fields=None):
        wire = http.client.HTTPConnection('127.0.0.1', self.program.port,
                                          timeout=60)
        head = {'Cookie': '; '.join(f'{k}={v}'
                                    for k, v in self.cookies.items())}
        if fields:
            head['Content-Type'] = 'application/x-www-form-urlencoded'
        wire.request(method, path,
                     urllib.parse.urlencode(fields) if fields else None, head)
        answer = wire.getresponse()
        for cookie in answer.headers.get_all('Set-Cookie') or []:
            name, value = cookie.split(';')[0].split('=', 1)
            self.cookies[name] = value
        return answer.status, answer.read().decode()

    def sign_in(self, name):
        csrf = token(self.ask('GET', '/sign-in')[1])
        return self.ask('POST', '/sign-in', {
            'name': name, 'password': PASSWORD, 'csrf': csrf})[0]

    def is_in(self):
        return self.ask('GET', '/account')[0] == 200

    def speak(self, language):
        csrf = token(self.ask('GET', '/account')[1])
        return self.ask('POST', '/account/language', {
            'lang': language, 'csrf': csrf})[0]


def sign_in(program, name):
    browser = Browser(program)
    return browser, browser.sign_in(name)


def everyone(program, pool):
    return list(pool.map(lambda name: sign_in(program, name), PEOPLE * EACH))


def main():
    good = bad = 0

    def check(is_so, what):
        nonlocal good, bad
        good, bad = good + bool(is_so), bad + (not is_so)
        if not is_so:
            print('not so:', what)

    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(12) as pool:
        program = Program(folder)
        program.run('demo', '--password', PASSWORD, '--date', '2026-10-13')
        program.start()
        signed_in = everyone(program, pool)
        for browser, status in signed_in:
            check(status == 303, f'a sign-in is answered 303, not {status}')
        for status in pool.map(lambda b: b[0].speak('es'), signed_in * 2):
            check(status == 303, f'a change is answered 303, not {status}')
        check(program.stop() == 0, 'the program stops cleanly')
        program.start()
        for browser, status in signed_in:
            check(status != 303 or browser.is_in(),
                  'a session that was given is there after a restart')
        check(program.stop() == 0, 'the program stops cleanly')
    print(f'{good} passed, {bad} failed')
    return bad > 0


if __name__ == '__main__':
    sys.exit(main())
