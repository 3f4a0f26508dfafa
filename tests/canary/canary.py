#!/usr/bin/env python3
"""A canary typed into every field is nowhere in the files.

The demo's people walk through every page they can reach and send every form they
find, with words of its own in each field. Then nothing of it may be found, in
any spelling, in the data directory, its log, a backup, or what the program
printed. That the words were kept at all is shown by the pages, which give them
back, and by the export of each person.
"""
import collections
import html.parser
import http.client
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

PROGRAM = os.environ.get('BESIDE', 'build-asan/beside')
PASSWORD = 'harbor-lantern-42'
PEOPLE = ['denise', 'ruth', 'karen', 'rao', 'luis', 'jose']
CANARY = 'quetzalcoatlus'
PAGES_EACH = 250
TEXT = {'text', 'search', 'email', 'tel', 'url', ''}
# These end what the walk stands on, or leave the program.
NEVER = re.compile(r'^/(sign-out|leave|account|kiosk|language|sign-in|vault/(close|end))')
# What is written here is for anybody to read, and says so at each field: the
# council's page, the card of what a peer does, the parts of life, what clinic words
# mean, what is said of rights, and what a group is (a note about a group is sealed, and
# is typed). It is kept in the clear.
PUBLIC = re.compile(r'^/(council|role/change|role/sorts|deck/domains|glossary|rights/keep|'
                    r'groups/(?!.*/after$))')

# What is typed here only its owner opens; no export does, with the master key.
VAULT = {'/down', '/plan', '/portfolio', '/deck/cards/N'}


class Page(html.parser.HTMLParser):
    """The links of a page, and its forms: [(action, fields, buttons)]."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.form, self.select = [], [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == 'a' and a.get('href', '').startswith('/'):
            self.links.append(a['href'].split('#')[0])
        elif tag == 'form':
            self.form = {'action': a.get('action', ''), 'fields': [], 'buttons': [],
                         'draft': a.get('data-draft')}
            if a.get('method') == 'post':
                self.forms.append(self.form)
        elif self.form is not None and a.get('name'):
            self.field(tag, a)
        elif tag == 'option' and self.select is not None and not self.select[2]:
            self.select[2] = a.get('value', '')

    def field(self, tag, a):
        if tag == 'button':
            self.form['buttons'].append((a['name'], a.get('value', '')))
        elif tag in ('input', 'textarea', 'select'):
            kind = a.get('type', '') if tag == 'input' else tag
            one = [a['name'], kind, a.get('value', ''), int(a.get('maxlength', 2000))]
            self.form['fields'].append(one)
            self.select = one if tag == 'select' else None

    def handle_endtag(self, tag):
        if tag == 'form':
            self.form = None


class Browser:
    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, path, fields=None):
        wire = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        headers = {'Cookie': '; '.join(f'{k}={v}' for k, v in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers['Content-Type'] = 'application/x-www-form-urlencoded'
            headers['Sec-Fetch-Site'] = 'same-origin'
        wire.request(method, urllib.parse.quote(path, safe='/?=&%'), body, headers)
        answer = wire.getresponse()
        text = answer.read().decode(errors='replace')
        for line in answer.headers.get_all('Set-Cookie') or []:
            name, _, value = line.split(';')[0].partition('=')
            self.cookies[name] = value
        wire.close()
        return answer.status, answer.headers.get('Location', ''), text

    def sign_in(self, name):
        page = Page(self.ask('GET', '/sign-in')[2])
        form = next(f for f in page.forms if f['action'] == '/sign-in')
        hidden = {f[0]: f[2] for f in form['fields'] if f[1] == 'hidden'}
        status, where, _ = self.ask('POST', '/sign-in',
                                    {**hidden, 'name': name, 'password': PASSWORD})
        if status != 303:
            sys.exit(f'canary: {name} could not sign in: {status}')
        return where or '/'


def like(path):
    """The same page for another row."""
    return re.sub(r'\d+', 'N', path)


class Walk:
    """One person, every page, every form once with each of its buttons. A peer has a
    vault, and its passphrase is a canary too."""

    def __init__(self, port, name, tally):
        self.browser, self.name, self.tally = Browser(port), name, tally
        self.seen, self.sent = collections.Counter(), set()
        self.queue = collections.deque([self.browser.sign_in(name)])
        self.make_vault()

    def make_vault(self):
        for form in Page(self.browser.ask('GET', '/vault')[2]).forms:
            if form['action'] == '/vault/make':
                hidden = {f[0]: f[2] for f in form['fields'] if f[1] == 'hidden'}
                status, where, _ = self.browser.ask('POST', form['action'], {
                    **hidden, 'password': f'{CANARY} heron', 'again': f'{CANARY} heron',
                    'understood': '1'})
                self.tally.vaults += status == 303 and where.startswith('/vault/code')

    def words(self, action, field):
        """Its own for each field, so that a find says where it was typed."""
        self.tally.fields.add((like(action), field))
        if like(action) not in VAULT:
            return f'{CANARY} {len(self.tally.fields)}'
        self.tally.locked.add(f'{CANARY} v{len(self.tally.locked)}')
        return f'{CANARY} v{len(self.tally.locked) - 1}'

    def fill(self, form, button):
        fields, chosen = [], set()
        for name, kind, value, most in form['fields']:
            if kind in TEXT or kind == 'textarea':
                fields.append((name, self.words(form['action'], name)[:most]))
            elif kind == 'radio' and name in chosen:
                continue
            elif kind == 'date':
                fields.append((name, '2026-10-20'))
            elif kind == 'time':
                fields.append((name, '10:30'))
            elif kind == 'number':
                fields.append((name, value or '3'))
            elif kind != 'password':
                fields.append((name, value))
            chosen.add(name)
        return fields + ([button] if button else [])

    def draft(self, form):
        """What the script sends while somebody types."""
        fields = self.fill(form, None)
        kept = [(n, v) for n, v in fields if n not in ('csrf', 'once')]
        status, _, _ = self.browser.ask('POST', '/draft', {
            'csrf': dict(fields)['csrf'], 'form': form['draft'],
            'fields': urllib.parse.urlencode(kept)})
        self.tally.drafts[status] += 1

    def send(self, form):
        for button in form['buttons'] or [None]:
            key = (like(form['action']), button)
            if (NEVER.match(form['action']) or PUBLIC.match(form['action'])
                    or key in self.sent):
                continue
            self.sent.add(key)
            if form['draft']:
                self.draft(form)
                if len(self.sent) % 4 == 0:
                    continue  # this draft stays
            status, where, text = self.browser.ask('POST', form['action'],
                                                   self.fill(form, button))
            self.tally.forms[status] += 1
            if status >= 500:
                self.tally.broken.append(f'{self.name}: {form["action"]}: {status}')
            if where.startswith('/'):
                self.queue.append(where)
            self.tally.given_back += CANARY in text

    def go(self):
        pages = 0
        while self.queue and pages < PAGES_EACH:
            path = self.queue.popleft()
            if NEVER.match(path) or path.startswith('/s/') or self.seen[like(path)] >= 3:
                continue
            self.seen[like(path)] += 1
            status, where, text = self.browser.ask('GET', path)
            pages += 1
            if status >= 500:
                self.tally.broken.append(f'{self.name}: {path}: {status}')
            if where.startswith('/'):
                self.queue.appendleft(where)
            self.tally.given_back += CANARY in text
            page = Page(text)
            for form in page.forms:
                form['action'] = form['action'] or path.split('?')[0]
                self.send(form)
            self.queue.extend(page.links)
        self.tally.pages += pages


class Tally:
    def __init__(self):
        self.fields, self.locked, self.broken = set(), set(), []
        self.forms, self.drafts = collections.Counter(), collections.Counter()
        self.pages = self.given_back = self.vaults = 0


def spellings():
    word = CANARY.encode()
    return {'plain': word, 'capitals': word.upper(), 'hex': word.hex().encode(),
            'wide': CANARY.encode('utf-16-le'), 'form': b'+'.join([word, b'1']),
            'half': word[3:]}


def finds(folder):
    """(file, spelling) for each file below folder that holds the canary."""
    out = []
    for f in sorted(pathlib.Path(folder).rglob('*')):
        if not f.is_file():
            continue
        held = f.read_bytes()
        out += [(str(f), how) for how, w in spellings().items()
                if w in held or w.lower() in held.lower()]
    return out


def run(folder, command, *more, **how):
    return subprocess.run([PROGRAM, *command.split(), *more, '--data', f'{folder}/data'],
                          check=True, capture_output=True, text=True, **how)


def main():
    checks = []

    def check(good, words):
        checks.append(good)
        print(('ok      ' if good else 'FAILED  ') + words)

    with tempfile.TemporaryDirectory() as folder, \
            tempfile.TemporaryDirectory() as elsewhere:
        run(folder, 'demo', '--password', PASSWORD, '--date', '2026-10-13')
        tally = Tally()
        with open(f'{folder}/log', 'w') as log:
            server = subprocess.Popen(
                [PROGRAM, 'serve', '--data', f'{folder}/data', '--port', '0',
                 '--now', '2026-10-13T10:00'],
                stdout=subprocess.PIPE, stderr=log, text=True)
            port = int(server.stdout.readline().rsplit(':', 1)[1])
            for name in PEOPLE:
                Walk(port, name, tally).go()
            run(folder, 'backup', f'{folder}/backup')
            while_serving = finds(folder)
            server.terminate()
            rest = server.wait(60)
        check(rest == 0, f'the program stopped well: {rest}')
        check(not tally.broken, f'{tally.pages} pages, {sum(tally.forms.values())} forms '
              f'({dict(tally.forms)}), none broke: {tally.broken}')
        check(len(tally.fields) >= 12, f'{len(tally.fields)} fields were typed into')
        check(set(tally.drafts) == {204}, f'drafts were kept: {dict(tally.drafts)}')
        check(tally.vaults == 2 and len(tally.locked) >= 12,
              f'{len(tally.locked)} words are in {tally.vaults} vaults')
        check(tally.given_back >= 10, f'{tally.given_back} pages gave the words back')
        exported = run(folder, 'export person', 'Denise Carter').stdout
        check(CANARY in exported, "Denise's export holds them")
        numbers = [line.split('\t')[0]
                   for line in run(folder, 'person list', '').stdout.splitlines()]
        every = ''.join(run(folder, 'export person', n).stdout for n in numbers)
        check(CANARY in every and not [w for w in tally.locked
                                       if re.search(rf'{w}(?!\d)', every)],
              f'{len(numbers)} exports hold no word of a vault')
        found = while_serving + finds(folder)
        check(not found, f'no file holds them: {found}')
        # The search itself is seen to find.
        pathlib.Path(f'{elsewhere}/leak').write_bytes(b'x' * 5000 + CANARY.upper().encode())
        check(bool(finds(elsewhere)), 'a planted leak is found')
        for one in sorted(tally.fields):
            print('        typed into', *one)
    print(f'{sum(checks)} passed, {len(checks) - sum(checks)} failed')
    return not all(checks)


if __name__ == '__main__':
    sys.exit(main())
