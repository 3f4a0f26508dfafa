"""Saves that clients send over HTTP, each with a ledger of what was answered as
saved, and how to look for it on the program's own pages afterwards."""
from collections import Counter
import http.client
import re
import threading
import time

from program import DATE, signed_in

CUT = (OSError, http.client.HTTPException)


class Client:
    """Sends one kind of save until the program is gone, or until it is told to
    end. acknowledged: what was answered as saved in this run; cut: what was sent
    last and not answered; sorry: how often the answer was "try again in a
    minute", and it was sent again as it was."""

    def __init__(self, session):
        self.session, self.n, self.sorry = session, 0, 0
        self.acknowledged, self.cut, self.refused = [], None, []

    def save_or_wait(self, end):
        status = self.save(self.n)
        while status == 503 and end and not end.is_set():
            self.sorry += 1
            time.sleep(0.02)
            status = self.save(self.n)
        return status

    def run(self, end=None):
        self.acknowledged, self.cut = [], None
        try:
            while not (end and end.is_set()):
                self.n += 1
                self.cut = self.n
                status = self.save_or_wait(end)
                if status == 503 and end:
                    return
                if status not in (303, 204):
                    self.refused.append(status)
                    return
                self.cut = None
                self.acknowledged.append(self.n)
        except CUT:
            pass
        finally:
            self.session.close()


class Happened(Client):
    """Saves that add up: each is there, and once."""

    def __init__(self, session, who):
        super().__init__(session)
        self.who = who

    def words(self, n):
        return f'happened {self.who} {n}'

    def save(self, n):
        return self.session.post('/me/between/events', words=self.words(n),
                                 event_day=DATE, once=f'{self.who}-{n}').status

    def missing(self, seen):
        sent = list(self.acknowledged)
        if self.cut and self.save(self.cut) == 303:
            sent.append(self.cut)
            seen.look()
        counts = [(self.words(n), seen.happened[self.words(n)]) for n in sent]
        return [f'"{words}" is there {c} times' for words, c in counts
                if c != 1]


class Latest(Client):
    """Saves that are written over: what is there is the last one that was
    acknowledged, or the one that was cut off."""

    last = None  # what was there after the run before

    def mark(self, n):
        return n

    def missing(self, seen):
        may = [n for n in ((self.acknowledged or [self.last])[-1], self.cut)
               if n is not None]
        there = self.find(seen)
        fits = [n for n in may if self.mark(n) == there]
        if not fits and may != [self.cut]:
            return [f'{type(self).__name__}: {there}, not one of {may}']
        self.last = fits[0] if fits else None
        return []


def number(pattern, text):
    found = re.search(pattern, text)
    return int(found[1]) if found else None


class Answered(Latest):
    """One question of a visit."""

    def __init__(self, session, path):
        super().__init__(session)
        self.path = path

    def save(self, n):
        return self.session.post(self.path, a=f'answer {n}', go='stop').status

    def find(self, seen):
        return number(r'answer (\d+)', self.session.page(self.path))


class Drafted(Latest):
    """What stands in a form that was not sent."""

    def save(self, n):
        return self.session.post('/draft', form='/me/words',
                                 fields=f'words=draft-{n}').status

    def find(self, seen):
        return number(r'draft-(\d+)', seen.copy)


class Spoken(Latest):
    """The language of an account: odd numbers are Spanish."""

    def mark(self, n):
        return n % 2

    def save(self, n):
        return self.session.post('/account/language',
                                 lang='es' if n % 2 else 'en').status

    def find(self, seen):
        return int('<html lang="es"' in self.session.page('/account'))


class Seen:
    """All that the program has of Denise, as it shows it to her."""

    def __init__(self, session):
        self.session = session
        self.look()

    def look(self):
        self.copy = self.session.page('/me/copy/my-copy.json')
        self.happened = Counter(re.findall(r'"(happened \w+ \d+)"', self.copy))


class Crowd:
    """One client for each kind of save."""

    def __init__(self, program):
        self.denise, karen = (signed_in(program, n)
                              for n in ('denise', 'karen'))
        visit = re.search(r'/me/visits/(\d+)', self.denise.page('/me/visits'))
        self.clients = [
            Happened(self.denise.copy(), 'a'),
            Happened(self.denise.copy(), 'b'),
            Answered(self.denise.copy(),
                     f'/me/visits/{visit[1]}/prepare/want'),
            Drafted(self.denise.copy()), Spoken(karen)]
        self.saves = self.cuts = 0

    def load(self, during, end=None):
        """All of them send while during() goes on."""
        threads = [threading.Thread(target=c.run, args=(end,))
                   for c in self.clients]
        for t in threads:
            t.start()
        during()
        if end:
            end.set()
        for t in threads:
            t.join()
        self.saves += sum(len(c.acknowledged) for c in self.clients)
        self.cuts += sum(c.cut is not None for c in self.clients)

    def missing(self):
        """What was answered as saved and is not there, and what was not taken."""
        for session in (self.denise, *(c.session for c in self.clients)):
            session.close()
        seen = Seen(self.denise)
        return [m for c in self.clients for m in c.missing(seen)] + \
            [f'refused: {s}' for c in self.clients for s in c.refused]
