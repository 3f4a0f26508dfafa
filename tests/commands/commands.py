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
    commands = {c.strip() for c in commands}
    for command in commands:
        status, more, said = beside(*command.split(), '--help')
        check(status == 0 and more.startswith(f'beside {command}') and not said,
              f'beside {command} --help')
        check(beside('help', *command.split()) == (0, more, ''), f'beside help {command}')
    for group in {c.split()[0] for c in commands if ' ' in c}:
        status, listed, said = beside(group, '--help')
        mine = {c for c in commands if c.startswith(group + ' ')}
        check(status == 0 and not said and beside('help', group)[1] == listed and
              set(re.findall(r'^  beside ([a-z]+ [a-z]+)', listed, re.M)) == mine,
              f'beside {group} --help lists {len(mine)}')
    check(beside() == (0, printed, '') and beside('--help') == (0, printed, ''),
          'beside alone is help')
    version = re.search(r"version: '([^']+)'", pathlib.Path('meson.build').read_text())[1]
    check(beside('version') == beside('--version') == (0, f'beside {version}\n', ''),
          f'beside version: {version}')


def wrong_words():
    refused(2, 'no command nonsense', 'nonsense')
    refused(2, 'no command foo', 'help', 'foo')
    refused(2, 'no command user foo', 'user', 'foo')
    refused(2, 'no command user foo', 'help', 'user', 'foo')
    refused(2, 'beside user --help', 'user')
    refused(2, '"foo" is not known', 'serve', 'foo', '--data', '/nonexistent/place')
    refused(2, '"foo" is not known', 'demo', 'foo', '--data', '/nonexistent/place')
    refused(2, 'no option --data', 'questions', 'check', 'FILE', '--data', 'D')
    refused(2, "server's address", 'user', 'list', '--data', 'D', '--database', 'x.db')
    for address in '0.0.0.0', '::', '192.0.2.7':
        refused(2, 'without TLS', 'serve', '--data', '/nonexistent/place', '--listen', address)
    refused(1, 'no Beside in', 'serve', '--data', '/nonexistent/place', '--listen', '0.0.0.0',
            '--behind-proxy')
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
    check('\nprogram.name = North\n' in pathlib.Path(f'{data[1]}/beside.conf').read_text(),
          'the name of the program is the name on its pages')
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
    check(beside('user', 'disable', 'jose', *data) ==
          (0, 'jose cannot sign in any more, and is signed out everywhere.\n', ''),
          'user disable')
    check(sign_in(port, 'jose', GOOD) == 422, 'disabled: does not sign in')
    check(beside('user', 'enable', 'jose', *data) == (0, 'jose can sign in again.\n', ''),
          'user enable')
    status, printed, _ = beside('user', 'password', 'jose', *data,
                                typed='tres gatos en la luna\n')
    check(status == 0 and 'jose has a new password' in printed, 'user password')
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
    refused(2, 'lost with it', 'backup', f'{data[1]}/monday', *data)
    check(sorted(os.listdir(data[1]))[0] == 'beside.conf', 'and nothing is left there')
    status, _, said = beside('erase', 'person', 'José Peña', *data, typed='Ada Ruiz\n')
    check(status == 2 and 'Nothing was changed' in said, 'erase person: another name typed')
    os.rename(f'{folder}/monday.keys', f'{folder}/moved.keys')
    refused(2, 'the whole name or the number', 'erase', 'person', 'peña', '--yes', *data)
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
    check(not os.path.exists(f'{folder}/p'), 'a weak passphrase makes no store')
    pathlib.Path(weak).write_text('six words that are far apart\n')
    os.chmod(weak, 0o644)
    refused(2, 'open to others', 'init', '--data', f'{folder}/p', '--passphrase-file', weak,
            '--program', 'N', '--admin', 'A B', '--sign-in', 'a', typed=GOOD)
    refused(2, 'lies in the data', 'init', '--data', f'{folder}/p', '--key',
            f'{folder}/p/in.key', '--program', 'N', '--admin', 'A B', '--sign-in', 'a',
            typed=GOOD)
    check(not os.path.exists(f'{folder}/p'), 'nor one that others can open')
    for what in data[1], f'{data[1]}/beside.conf':
        before = os.stat(what).st_mode
        os.chmod(what, before | 0o055)
        refused(2, 'open to others', 'serve', *data, '--port', '0')
        os.chmod(what, before)
    inside = f'{data[1]}/in.key'
    os.rename(key, inside)
    refused(2, 'lies in the data', 'serve', *data, '--key', inside, '--port', '0')
    os.rename(inside, key)
    os.remove(f'{data[1]}/beside.db')
    refused(1, 'cannot be opened', 'user', 'list', *data)
    check(not os.path.exists(f'{data[1]}/beside.db'), 'a store that is gone is not made anew')


def all_of(folder):
    return {f: f.read_bytes() for f in sorted(pathlib.Path(folder).rglob('*')) if f.is_file()}


def demos(folder):
    os.mkdir(folder)
    data = ['--data', f'{folder}/demo']
    key = f'{folder}/demo.key'
    demo = ['demo', *data, '--password', 'pw']
    status, printed, said = beside(*demo, '--date', '2026-10-13')
    check(status == 0 and 'denise' in printed, f'demo: {said}')
    first = all_of(folder)
    for wrong in '2026-99-01', 'soon', '1600-01-01', '2999-01-01':
        refused(2, 'A date looks like', *demo, '--date', wrong)
    refused(2, 'no option --bogus', *demo, '--bogus')
    os.mkdir(f'{folder}/demo.old')
    pathlib.Path(f'{folder}/demo.old/mine').write_text('mine')
    refused(1, 'cannot be moved', *demo, '--date', '2026-10-14')
    os.remove(f'{folder}/demo.old/mine')
    os.rmdir(f'{folder}/demo.old')
    check(all_of(folder) == first, 'a demo that fails leaves the old one as it was')
    note = pathlib.Path(f'{data[1]}/mine.txt')
    note.write_text('mine')
    refused(1, 'which no demo made', *demo, '--date', '2026-10-14')
    note.unlink()
    server = subprocess.Popen([PROGRAM, 'serve', *data, '--port', '0'],
                              stdout=subprocess.PIPE, text=True)
    check('ready' in server.stdout.readline(), 'the demo is served')
    refused(1, 'is being served', *demo, '--date', '2026-10-14')
    server.terminate()
    check(server.wait(60) == 0, 'and still is, until it is stopped')
    status, printed, said = beside(*demo, '--date', '2026-10-14')
    check(status == 0 and 'as of 2026-10-14' in printed, f'demo again: {said}')
    check(beside('user', 'list', *data)[0] == 0 and pathlib.Path(key).read_bytes() !=
          first[pathlib.Path(key)], 'a new demo with its own key is in its place')
    check(sorted(os.listdir(folder)) == ['demo', 'demo.key'] and
          sorted(os.listdir(data[1])) == ['beside.conf', 'beside.db'], 'nothing else is left')
    empty = f'{folder}/empty'
    os.mkdir(empty)
    pathlib.Path(f'{empty}.key').write_text("somebody's\n")
    refused(1, 'already', 'demo', '--data', empty, '--password', 'pw')
    check(not os.listdir(empty) and pathlib.Path(f'{empty}.key').read_text() == "somebody's\n",
          'a key that is there is left alone, and the directory empty')
    pathlib.Path(f'{empty}/notes').write_text('mine')
    refused(1, 'no demo made', 'demo', '--data', empty, '--password', 'pw')


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
    demos(f'{scratch}/demos')
print(f'{sum(checks)} passed, {len(checks) - sum(checks)} failed')
sys.exit(not all(checks))
