"""What the tests of http/ share: a probe to talk to, and raw sockets."""
import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time


class Probe:
    """A running http_probe, or Beside: what says "ready" and ends the line with
    its port."""

    def __init__(self, path, *options):
        self.log = tempfile.TemporaryFile()
        env = dict(os.environ, ASAN_OPTIONS='detect_leaks=1',
                   TSAN_OPTIONS='halt_on_error=0:exitcode=66')
        self.process = subprocess.Popen(
            [path, *map(str, options)], stdout=subprocess.PIPE,
            stderr=self.log, env=env)
        line = self.process.stdout.readline().decode()
        port = re.match(r'ready .*?(\d+)\s*$', line)
        if not port:
            sys.exit('the probe did not start: ' + self.complaints())
        self.port = int(port[1])
        self.pid = self.process.pid

    def connect(self, timeout=10):
        return socket.create_connection(('127.0.0.1', self.port), timeout)

    def complaints(self):
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    def memory_kb(self):
        with open(f'/proc/{self.pid}/status') as f:
            return int(re.search(r'VmRSS:\s+(\d+)', f.read()).group(1))

    def stop(self, seconds=30):
        """Exit status and what was said on standard error."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return 'does not stop', self.complaints()
        return self.process.returncode, self.complaints()


class Tally:
    """Counts, one line for each case that failed, and the last line."""

    def __init__(self):
        self.passed = self.failed = 0

    def case(self, good, name, why=''):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f'FAILED {name}: {why}', flush=True)

    def stopped(self, probe):
        """The probe ends well, without a word from a sanitizer."""
        status, said = probe.stop()
        self.case(status == 0 and not said, 'the probe ends in peace',
                  f'exit {status}\n{said[-4000:]}')

    def end(self):
        print(f'{self.passed} passed, {self.failed} failed')
        sys.exit(1 if self.failed else 0)


class Reply:
    def __init__(self, raw, closed):
        self.raw, self.closed = raw, closed
        head, _, self.body = raw.partition(b'\r\n\r\n')
        lines = head.decode('latin-1').split('\r\n')
        got = re.match(r'HTTP/1\.1 (\d{3}) ', lines[0])
        self.status = int(got.group(1)) if got else 0
        self.headers = {k.lower(): v for k, _, v in
                        (line.partition(': ') for line in lines[1:])}
        self.statuses = [int(n) for n in
                         re.findall(rb'HTTP/1\.1 (\d{3}) ', raw)]
        self.answers = len(self.statuses)


def read_all(sock, seconds):
    """All that comes until the other side closes, or the time is up."""
    raw, end = b'', time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        sock.settimeout(left)
        try:
            more = sock.recv(65536)
        except TimeoutError:
            break
        except OSError:
            return Reply(raw, True)
        if not more:
            return Reply(raw, True)
        raw += more
    return Reply(raw, False)


def read_one(sock, seconds=5, head=False):
    """One answer with its length; sock stays open."""
    raw, end = b'', time.monotonic() + seconds
    want = None
    while time.monotonic() < end and (want is None or len(raw) < want):
        sock.settimeout(max(0.01, end - time.monotonic()))
        try:
            more = sock.recv(65536)
        except TimeoutError:
            break
        except OSError:
            return Reply(raw, True)
        if not more:
            return Reply(raw, True)
        raw += more
        if want is None and b'\r\n\r\n' in raw:
            at = raw.index(b'\r\n\r\n') + 4
            if raw.startswith(b'HTTP/1.1 100'):
                raw = raw[at:]
                continue
            got = re.search(rb'(?i)\r\ncontent-length: (\d+)', raw[:at])
            want = at + (0 if head or not got else int(got.group(1)))
    return Reply(raw, False)


def send(sock, data):
    """False when the other side would not have it all."""
    try:
        sock.sendall(data)
        return True
    except OSError:
        return False


def get(connect, path, extra=''):
    with connect() as sock:
        send(sock, f'GET {path} HTTP/1.1\r\nHost: probe\r\n{extra}'
                   'Connection: close\r\n\r\n'.encode())
        return read_all(sock, 10)


def options(**more):
    """--probe PATH, and --seed and such by name=default."""
    p = argparse.ArgumentParser()
    p.add_argument('--probe', required=True)
    for name, default in more.items():
        p.add_argument('--' + name.replace('_', '-'), default=default,
                       type=type(default))
    return p.parse_args()
