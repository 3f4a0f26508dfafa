#!/usr/bin/env python3
"""What is typed is filled in again: every form that keeps a draft, on every page.

The demo's people walk through the pages they can reach. Each form with words in it
is typed into as the script does, without sending it, and its page is asked for
again: what was typed stands there, and each choice is as it was. A form about
somebody else's words keeps none, and is only counted.
"""
import collections
import html.parser
import subprocess
import sys
import tempfile
import urllib.parse

from canary import NEVER, PASSWORD, PEOPLE, PROGRAM, Browser, TEXT, like, run

TYPED = {'date': '2026-11-11', 'time': '11:11', 'number': '7'}
PASSING = {'csrf', 'once', 'on_page'}


class Page(html.parser.HTMLParser):
    """The links of a page, and its forms: each field as (name, kind, value, on)."""

    def __init__(self, text, path):
        super().__init__()
        self.path, self.links, self.forms, self.form = path, [], [], None
        self.area = self.choice = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == 'a' and a.get('href', '').startswith('/'):
            self.links.append(a['href'].split('#')[0])
        elif tag == 'form':
            to = (a.get('action') or self.path).split('?')[0]
            self.form = {'to': to, 'draft': a.get('data-draft') or to, 'fields': []}
            if a.get('method') == 'post':
                self.forms.append(self.form)
        elif tag == 'option' and self.choice is not None:
            if 'selected' in a or not self.choice[2]:
                self.choice[2] = a.get('value', '')
        elif self.form is not None and a.get('name') and tag in ('input', 'textarea', 'select'):
            one = [a['name'], a.get('type', '') if tag == 'input' else tag,
                   a.get('value', ''), 'checked' in a]
            self.form['fields'].append(one)
            self.area = one if tag == 'textarea' else None
            self.choice = one if tag == 'select' else None

    def handle_data(self, data):
        if self.area is not None:
            self.area[2] += data

    def handle_endtag(self, tag):
        if tag in ('form', 'textarea', 'select'):
            self.area = self.choice = None
        if tag == 'form':
            self.form = None


def typed(form):
    """What somebody types and chooses: the last of each choice, every box."""
    out, last = [], {}
    for name, kind, value, _ in form['fields']:
        if kind in TEXT or kind == 'textarea':
            out.append((name, 'Zebra'))
        elif kind == 'radio':
            last[name] = value
        elif kind not in ('password', 'submit') and name not in PASSING:
            out.append((name, TYPED.get(kind, value)))
    return out + list(last.items())


def shown(form):
    return {(name, value.strip()) for name, kind, value, on in form['fields']
            if on or kind not in ('radio', 'checkbox')}


class Walk:
    def __init__(self, port, name, tally):
        self.name, self.tally, self.browser = name, tally, Browser(port)
        self.queue = collections.deque([self.browser.sign_in(name)])
        self.seen, self.done = set(), set()

    def read(self, path):
        _, where, text = self.browser.ask('GET', path)
        if where.startswith('/'):
            self.queue.appendleft(where)
        return Page(text, path)

    def keep(self, form, fields):
        csrf = next(f[2] for f in form['fields'] if f[0] == 'csrf')
        return self.browser.ask('POST', '/draft', {
            'csrf': csrf, 'form': form['draft'], 'fields': urllib.parse.urlencode(fields)})[0]

    def try_form(self, path, form):
        fields = typed(form)
        status = self.keep(form, fields)
        self.tally['kept' if status == 204 else 'not kept'] += 1
        if status != 204:
            return
        again = [f for f in self.read(path).forms if f['to'] == form['to']]
        lost = min((set(fields) - shown(f) for f in again), key=len, default={'the form'})
        if lost:
            self.tally[f'{self.name}: {path}: {form["to"]} lost {sorted(lost)}'] += 1
        self.keep(form, [])

    def go(self):
        while self.queue:
            path = self.queue.popleft()
            if NEVER.match(path) or path.startswith('/s/') or like(path) in self.seen:
                continue
            self.seen.add(like(path))
            page = self.read(path)
            self.queue.extend(page.links)
            for form in page.forms:
                key = like(form['to'])
                words = any(k in TEXT or k == 'textarea' for _, k, _, _ in form['fields'])
                if words and key not in self.done:
                    self.done.add(key)
                    self.try_form(path, form)


def main():
    tally = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        run(folder, 'demo', '--password', PASSWORD, '--date', '2026-10-13')
        server = subprocess.Popen(
            [PROGRAM, 'serve', '--data', f'{folder}/data', '--port', '0',
             '--now', '2026-10-13T10:00'],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = int(server.stdout.readline().rsplit(':', 1)[1])
        for name in PEOPLE:
            Walk(port, name, tally).go()
        server.terminate()
        server.wait(60)
    kept, without = tally.pop('kept', 0), tally.pop('not kept', 0)
    for lost in tally:
        print(f'FAILED  {lost}')
    enough = kept >= 50
    print(f'{"ok      " if enough else "FAILED  "}{kept} forms keep a draft, {without} none')
    bad = len(tally) + (not enough)
    print(f'{kept - len(tally)} passed, {bad} failed')
    return bad > 0


if __name__ == '__main__':
    sys.exit(main())
