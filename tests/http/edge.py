"""A real nginx with the shipped settings, on loopback, before a probe."""
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

from wire import Probe

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, '../../share/nginx/beside.conf')
NAME = 'beside.example.org'
NGINX = shutil.which('nginx') or '/usr/sbin/nginx'

MAIN = '''daemon off;
pid {0}/nginx.pid;
error_log {0}/error.log warn;
worker_processes 1;
{1}
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {0}/body;
    proxy_temp_path {0}/proxy;
    fastcgi_temp_path {0}/fastcgi;
    uwsgi_temp_path {0}/uwsgi;
    scgi_temp_path {0}/scgi;
    include {0}/beside.conf;
}}
'''


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


class Edge:
    """The shipped file with only its places changed: ports, socket, keys."""

    def __init__(self, probe, *probe_options):
        self.dir = tempfile.mkdtemp(prefix='beside-edge-')
        self.socket = self.dir + '/beside.sock'
        self.probe = Probe(probe, '--listen', 'unix:' + self.socket,
                           '--proxy', 1, *probe_options)
        self.port, self.plain_port = free_port(), free_port()
        self.make_certificate()
        self.write_settings()
        self.process = subprocess.Popen(
            [NGINX, '-e', self.dir + '/error.log', '-p', self.dir, '-c',
             self.dir + '/nginx.conf'], stderr=subprocess.DEVNULL)
        self.wait()

    def make_certificate(self):
        subprocess.run(
            ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
             'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj',
             '/CN=' + NAME, '-addext', 'subjectAltName=DNS:' + NAME,
             '-keyout', self.dir + '/privkey.pem',
             '-out', self.dir + '/fullchain.pem'],
            check=True, stderr=subprocess.DEVNULL)

    def write_settings(self):
        with open(SHIPPED) as f:
            text = f.read()
        for place, ours in (
                ('/run/beside/beside.sock', self.socket),
                ('/etc/ssl/beside/', self.dir + '/'),
                ('listen 443', f'listen 127.0.0.1:{self.port}'),
                ('listen [::]:443', f'listen [::1]:{self.port}'),
                ('listen 80', f'listen 127.0.0.1:{self.plain_port}'),
                ('listen [::]:80', f'listen [::1]:{self.plain_port}')):
            if place not in text:
                sys.exit(f'{SHIPPED} has no {place}')
            text = text.replace(place, ours)
        with open(self.dir + '/beside.conf', 'w') as f:
            f.write(text)
        user = 'user root;' if os.getuid() == 0 else ''
        with open(self.dir + '/nginx.conf', 'w') as f:
            f.write(MAIN.format(self.dir, user))

    def wait(self):
        for _ in range(100):
            try:
                self.connect().close()
                return
            except OSError:
                time.sleep(0.05)
        with open(self.dir + '/error.log') as f:
            sys.exit('nginx did not start: ' + f.read())

    def connect(self, name=NAME, alpn='http/1.1', versions=None, timeout=10):
        context = ssl.create_default_context(
            cafile=self.dir + '/fullchain.pem')
        context.set_alpn_protocols([alpn])
        if versions:
            context.minimum_version, context.maximum_version = versions
            context.set_ciphers('DEFAULT:@SECLEVEL=0')
        raw = socket.create_connection(('127.0.0.1', self.port), timeout)
        return context.wrap_socket(raw, server_hostname=name)

    def direct(self):
        """Past nginx, to the probe itself."""
        s = socket.socket(socket.AF_UNIX)
        s.settimeout(10)
        s.connect(self.socket)
        return s

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.probe.process.kill()
        self.probe.process.wait()
        shutil.rmtree(self.dir)
