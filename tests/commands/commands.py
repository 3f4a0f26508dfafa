#!/usr/bin/env python3
"""The operator's commands, as an operator types them: what they do, what they
print, the status they end with, and that a wrong word changes nothing."""
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

PROGRAM = os.path.abspath(os.environ.get('BESIDE', 'build-asan/beside'))
GOOD = 'heron lantern gravel\n'
checks = []


def check(good, words):
    checks.append(bool(good))
    print(('ok      ' if good else 'FAILED  ') + words)


def beside(*words, typed=None, at=None):
    """(status, printed, complained)"""
    done = subprocess.run([PROGRAM, *words], input=typed or '', capture_output=True,
                          text=True, cwd=at, timeout=120)
    return done.returncode, done.stdout, done.stderr


def refused(status, why, *words, **how):
    got, printed, said = beside(*words, **how)
    check(got == status and re.search(why, said) and not printed,
          f'beside {" ".join(words[:3])}: {got}, {said.strip()}')


def help_of_everything():
    status, printed, _ = beside('help')
    commands = re.findall(r'^  beside ((?:[a-z]+ ?){1,2})', printed, re.M)
    check(status == 0 and len(commands) > 20, f'help lists {len(commands)} commands')
    for command in {c.strip() for c in commands}:
        status, more, said = beside(*command.split(), '--help')
        check(status == 0 and more.startswith(f'beside {command}') and not said,
              f'beside {command} --help')


def wrong_words():
    refused(2, 'no command nonsense', 'nonsense')
    refused(2, 'no option --bogus', 'user', 'list', '--bogus')
    refused(2, '--data needs DIR', 'user', 'list', '--data')
    refused(2, 'where the data is', 'user', 'list')
    refused(1, 'no Beside in', 'user', 'list', '--data', '/nonexistent/place')


def start(data):
    refused(2, 'easy to guess', 'init', *data, '--program', 'North', '--admin',
            'Ada Ruiz', '--sign-in', 'ada', typed='password1\n')
    check(not os.path.exists(data[1]), 'a weak password makes no store')
    status, printed, said = beside('init', *data, '--program', 'North', '--admin',
                                   'Ada Ruiz', '--sign-in', 'ada', typed=GOOD)
    check(status == 0 and 'Keep a copy of the key' in printed, f'init: {said}')
    modes = [oct(os.stat(f).st_mode & 0o777) for f in
             (data[1], f'{data[1]}.key', f'{data[1]}/beside.db', f'{data[1]}/beside.conf')]
    check(modes == ['0o700', '0o600', '0o600', '0o600'], f'modes: {modes}')
    refused(1, 'already', 'init', *data, '--program', 'North', '--admin', 'Ada Ruiz',
            '--sign-in', 'ada', typed=GOOD)


def accounts(data):
    status, _, said = beside('user', 'add', 'jose', 'José Peña', '--role', 'peer', *data,
                             typed=GOOD)
    check(status == 0, f'user add: {said}')
    refused(1, 'Someone else signs in', 'user', 'add', 'JOSÉ', 'Ada Ruiz', *data, typed=GOOD)
    refused(2, 'not a role', 'user', 'add', 'x', 'X Y', '--role', 'king', *data, typed=GOOD)
    refused(1, 'no such person', 'user', 'add', 'x', 'Nobody Here', *data, typed=GOOD)
    refused(2, 'at least 8', 'user', 'add', 'x', 'X Y', '--role', 'peer', *data, typed='short\n')
    refused(2, 'nothing to read', 'user', 'add', 'x', 'X Y', '--role', 'peer', *data)
    refused(2, '2 words', 'user', 'add', 'x', *data, typed=GOOD)
    status, listed, _ = beside('user', 'list', *data)
    check(status == 0 and len(listed.splitlines()) == 2 and 'jose\tpeer\tJosé Peña' in listed,
          f'user list: {listed!r}')


def sign_in(port, name, password):
    def ask(method, body=None, cookie=''):
        wire = http.client.HTTPConnection('127.0.0.1', port, timeout=60)
        wire.request(method, '/sign-in', body, {
            'Cookie': cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
        answer = wire.getresponse()
        return answer, answer.read().decode()

    answer, page = ask('GET')
    token = re.search(r'name="csrf" value="([^"]*)"', page)[1]
    fields = {'csrf': token, 'name': name, 'password': password.strip()}
    answer, _ = ask('POST', urllib.parse.urlencode(fields),
                    answer.headers['Set-Cookie'].split(';')[0])
    return answer.status


def while_served(data):
    server = subprocess.Popen([PROGRAM, 'serve', *data, '--port', '0'],
                              stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rsplit(':', 1)[1])
    check(sign_in(port, 'José', GOOD) == 303, 'signs in')
    check(beside('user', 'disable', 'jose', *data)[0] == 0, 'user disable')
    check(sign_in(port, 'jose', GOOD) == 422, 'disabled: does not sign in')
    check(beside('user', 'enable', 'jose', *data)[0] == 0, 'user enable')
    check(beside('user', 'password', 'jose', *data, typed='tres gatos en la luna\n')[0] == 0,
          'user password')
    check(sign_in(port, 'jose', GOOD) == 422, 'the old password does not fit')
    check(sign_in(port, 'jose', 'tres gatos en la luna') == 303, 'the new one does')
    refused(1, 'no account', 'user', 'disable', 'nobody', *data)
    server.terminate()
    check(server.wait(60) == 0, 'stops well')


def one_person(folder, data):
    status, printed, _ = beside('export', 'person', 'jose pena', *data)
    check(status == 0 and json.loads(printed)['person']['name'] == 'José Peña', 'export person')
    file = f'{folder}/jose.json'
    check(beside('export', 'person', 'José Peña', '--to', file, *data)[0] == 0 and
          os.stat(file).st_mode & 0o777 == 0o600, 'export person --to')
    refused(1, 'exists', 'export', 'person', 'José Peña', '--to', file, *data)
    check(beside('backup', f'{folder}/monday', *data)[0] == 0, 'backup')
    refused(1, 'already', 'backup', f'{folder}/monday', *data)
    status, _, said = beside('erase', 'person', 'José Peña', *data, typed='Ada Ruiz\n')
    check(status == 2 and 'Nothing was changed' in said, 'erase person: another name typed')
    os.rename(f'{folder}/monday.keys', f'{folder}/moved.keys')
    status, printed, _ = beside('erase', 'person', 'José Peña', *data, typed='jose pena\n')
    check(status == 0 and f'{folder}/monday.keys' in printed, f'erase person: {printed!r}')
    refused(1, 'no such person', 'erase', 'person', 'José Peña', '--yes', *data)


def back_again(folder, data):
    os.rename(f'{folder}/moved.keys', f'{folder}/monday.keys')
    key, again = f'{folder}/data.key', ['--data', f'{folder}/again']
    refused(2, 'cannot be read', 'restore', f'{folder}/monday', *again)
    check(not os.path.exists(again[1]), 'nothing is left of a restore that failed')
    status, printed, said = beside('restore', f'{folder}/monday', *again, '--key', key)
    check(status == 0 and 'whole again' in printed, f'restore: {printed}{said}')
    check(beside('user', 'list', *again, '--key', key)[1].count('\n') == 2, 'all are there')
    status, printed, _ = beside('db', 'upgrade', *again, '--key', key)
    check(status == 0 and printed == '0 changes\n', 'db upgrade')


def secrets(folder, data):
    key = f'{data[1]}.key'
    os.chmod(key, 0o640)
    refused(2, 'read by others', 'serve', *data, '--port', '0')
    os.chmod(key, 0o600)
    weak, kept = f'{folder}/weak', pathlib.Path(key).read_bytes()
    pathlib.Path(weak).write_text('0' * 64 + '\n')
    os.chmod(weak, 0o600)
    refused(2, 'not made by chance', 'serve', *data, '--key', weak, '--port', '0')
    pathlib.Path(weak).write_text(os.urandom(32).hex() + '\n')
    refused(2, 'not the key of this store', 'serve', *data, '--key', weak, '--port', '0')
    pathlib.Path(weak).write_text('letmein\n')
    refused(2, 'passphrase', 'init', '--data', f'{folder}/p', '--passphrase-file', weak,
            '--program', 'N', '--admin', 'A B', '--sign-in', 'a', typed=GOOD)
    check(kept == pathlib.Path(key).read_bytes(), 'the key file is as it was')


with tempfile.TemporaryDirectory() as scratch:
    options = ['--data', f'{scratch}/data']
    help_of_everything()
    wrong_words()
    start(options)
    accounts(options)
    while_served(options)
    one_person(scratch, options)
    back_again(scratch, options)
    secrets(scratch, options)
print(f'{sum(checks)} passed, {len(checks) - sum(checks)} failed')
sys.exit(not all(checks))
