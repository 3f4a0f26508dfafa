"""What the tests of the whole program share: the program on a made-up store, and
sessions that talk to it."""
import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

PASSWORD = 'harbor-lantern-42'
DATE = '2026-10-13'
FORM = 'application/x-www-form-urlencoded'


class Program:
    """beside on a demo store in folder, or in the database of a server."""

    def __init__(self, folder, binary, database=None):
        self.binary, self.port, self.process = binary, 0, None
        self.starts, self.first = 0, time.monotonic()
        self.restore_signals = True
        self.data = os.path.join(folder, 'data')
        self.options = ['--data', self.data]
        # Named once: from then on the settings say it.
        self.database = ['--database', database] if database else []
        self.log = tempfile.TemporaryFile()
        # What was freed is kept aside for a while: little, so that growth shows.
        self.env = dict(os.environ,
                        ASAN_OPTIONS='detect_leaks=1:quarantine_size_mb=8',
                        TSAN_OPTIONS='halt_on_error=0:exitcode=66')

    def make_demo(self):
        subprocess.run([self.binary, 'demo', *self.options,
                        *self.database, '--password',
                        PASSWORD, '--date', DATE], check=True, env=self.env,
                       stdout=subprocess.DEVNULL)

    def moment(self):
        """On the day of the demo, later at each start: a session that was
        begun in the future would be over."""
        self.starts += 1
        minutes = self.starts + int(time.monotonic() - self.first) // 60
        return f'{DATE}T{10 + minutes // 60:02}:{minutes % 60:02}'

    def start(self, *more):
        """Seconds until it answers."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            [self.binary, 'serve', *self.options, '--port', '0', '--now',
             self.moment(), *more],
            stdout=subprocess.PIPE, stderr=self.log, text=True, env=self.env,
            restore_signals=self.restore_signals)
        line = self.process.stdout.readline()
        ready = re.search(r'ready on http://.*:(\d+)', line)
        if not ready:
            sys.exit('the program did not start: ' + self.said())
        self.port = int(ready[1])
        return time.monotonic() - began

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self, seconds=60):
        """Its exit status; None when it did not stop."""
        self.process.terminate()
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return None
        self.process.stdout.close()
        return status

    def said(self):
        """All it wrote on standard error."""
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    def memory_kb(self):
        with open(f'/proc/{self.process.pid}/status') as f:
            return int(re.search(r'VmRSS:\s+(\d+)', f.read())[1])

    def is_there(self):
        return self.process.poll() is None


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


class Session:
    """Cookies and one connection that is kept; one thread's at a time."""

    def __init__(self, program, cookies=None, csrf=''):
        self.program, self.wire = program, None
        self.cookies, self.csrf = dict(cookies or {}), csrf
        self.torn = 0  # answers that ended before their end

    def copy(self):
        """The same session on a connection of its own."""
        return Session(self.program, self.cookies, self.csrf)

    def close(self):
        if self.wire:
            self.wire.close()
        self.wire = None

    def send(self, method, path, body=None, head=None):
        """OSError or HTTPException when there is no whole answer."""
        if not self.wire:
            self.wire = http.client.HTTPConnection(
                '127.0.0.1', self.program.port, timeout=60)
        head = dict(head or {})
        if self.cookies:
            head['Cookie'] = '; '.join(f'{k}={v}'
                                       for k, v in self.cookies.items())
        try:
            self.wire.request(method, path, body, head)
            raw = self.wire.getresponse()
            answer = Answer(raw.status, raw.headers, raw.read())
        except (OSError, http.client.HTTPException) as e:
            self.torn += isinstance(e, http.client.IncompleteRead)
            self.close()
            raise
        for cookie in raw.headers.get_all('Set-Cookie') or []:
            name, value = cookie.split(';')[0].split('=', 1)
            self.cookies[name] = value
        if raw.headers.get('Connection') == 'close':
            self.close()
        return answer

    def get(self, path):
        return self.send('GET', path)

    def page(self, path):
        """The text of a page that must be there."""
        answer = self.get(path)
        if answer.status != 200:
            sys.exit(f'{path} is answered {answer.status}')
        return answer.body.decode()

    def post(self, path, **fields):
        body = urllib.parse.urlencode({'csrf': self.csrf, **fields})
        return self.send('POST', path, body, {'Content-Type': FORM})

    def take_token(self, path):
        self.csrf = re.search(r'name="csrf" value="([^"]*)"',
                              self.page(path))[1]

    def sign_in(self, name):
        """The status of the answer: 303 when it worked."""
        self.take_token('/sign-in')
        status = self.post('/sign-in', name=name, password=PASSWORD).status
        if status == 303:
            self.take_token('/account')
        return status


def signed_in(program, name):
    session = Session(program)
    status = session.sign_in(name)
    if status != 303:
        sys.exit(f'{name} is not signed in: {status}')
    return session


class Tally:
    """Counts, one line for each case that failed, and the last line."""

    def __init__(self):
        self.passed = self.failed = 0

    def case(self, good, name, why=''):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print(f'FAILED {name}: {why}', flush=True)

    def quiet(self, program, seconds=60):
        """It ends well, without a word from a sanitizer."""
        status, said = program.stop(seconds), program.said()
        loud = [line for line in said.splitlines()
                if 'Sanitizer' in line or 'runtime error' in line]
        self.case(status == 0 and not loud, 'the program ends in peace',
                  f'exit {status}\n{said[-4000:]}')

    def end(self):
        print(f'{self.passed} passed, {self.failed} failed')
        sys.exit(1 if self.failed else 0)
