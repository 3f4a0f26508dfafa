#!/usr/bin/env python3
"""The shipped nginx settings, tried on a real nginx with a throwaway key."""
import socket
import ssl
import time

from edge import NAME, Edge
from wire import Tally, get, options, read_all, read_one, send

HEAD = f'GET %s HTTP/1.1\r\nHost: {NAME}\r\n'
HSTS = 'max-age=63072000'


def handshake(front, **how):
    try:
        with front.connect(**how) as sock:
            return sock.version(), sock.selected_alpn_protocol()
    except (ssl.SSLError, OSError) as e:
        return type(e).__name__, None


def tls(tally, front):
    v = ssl.TLSVersion
    got = handshake(front, versions=(v.TLSv1_3, v.TLSv1_3))
    tally.case(got[0] == 'TLSv1.3', 'TLS 1.3', got)
    got = handshake(front, versions=(v.TLSv1_2, v.TLSv1_2))
    tally.case(got[0] == 'TLSv1.2', 'TLS 1.2', got)
    got = handshake(front, versions=(v.TLSv1, v.TLSv1_1))
    tally.case('Error' in got[0], 'TLS 1.1 is refused', got)
    got = handshake(front, name='other.example.org')
    tally.case('Error' in got[0], 'another name is refused', got)
    with front.connect() as sock:
        send(sock, b'GET /see HTTP/1.1\r\nHost: other.example.org\r\n\r\n')
        reply = read_all(sock, 2)
    tally.case(reply.closed and not reply.raw,
               'another Host behind our name gets nothing', reply.raw[:200])


def frame(kind, flags, stream, payload=b''):
    return len(payload).to_bytes(3, 'big') + bytes([kind, flags]) + \
        stream.to_bytes(4, 'big') + payload


def http2(tally, front):
    """One GET /see, its head from the static table of RFC 7541."""
    host, path = NAME.encode(), b'/see'
    fields = b'\x82\x87' + b'\x04' + bytes([len(path)]) + path + \
        b'\x01' + bytes([len(host)]) + host
    raw = b''
    with front.connect(alpn='h2') as sock:
        alpn = sock.selected_alpn_protocol()
        send(sock, b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' + frame(4, 0, 0) +
             frame(1, 5, 1, fields))
        until = time.monotonic() + 3
        while b'GET /see' not in raw and time.monotonic() < until:
            sock.settimeout(1)
            try:
                raw += sock.recv(65536)
            except TimeoutError:
                pass
    tally.case(alpn == 'h2' and b'GET /see\n' in raw and b'https 1' in raw and
               b'host ' + host + b'\n' in raw, 'HTTP/2', (alpn, raw[:300]))


def forwarded(tally, front):
    def see(extra):
        with front.connect() as sock:
            send(sock, (HEAD % '/see' + extra + '\r\n').encode())
            return read_one(sock)
    reply = see('X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: http\r\n'
                'X_Forwarded_For: 8.8.8.8\r\nForwarded: for=7.7.7.7\r\n')
    tally.case(b'address 127.0.0.1\nhttps 1\nhost ' + NAME.encode() in
               reply.body, 'what a client claims to be is thrown away',
               reply.body)
    here = f'{NAME}:{front.port}'
    with front.connect() as sock:
        send(sock, f'GET /see HTTP/1.1\r\nHost: {here}\r\n\r\n'.encode())
        other = read_one(sock)
    tally.case(f'\nhost {here}\n'.encode() in other.body,
               'a port that is not 443 is handed on', other.body)
    tally.case(reply.headers.get('strict-transport-security') == HSTS,
               'HSTS', reply.headers)
    tally.case('nginx/' not in reply.headers.get('server', ''),
               'no version is told', reply.headers)
    with front.connect() as sock:
        send(sock, (HEAD % '/echo').replace('GET', 'POST').encode() +
             b'Transfer-Encoding: chunked\r\n\r\n'
             b'5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n')
        reply = read_one(sock)
    tally.case(reply.body == b'hello world', 'chunks get a length',
               reply.raw[:200])


def plain(tally, front):
    with socket.create_connection(('127.0.0.1', front.plain_port)) as sock:
        send(sock, b'GET /a?b HTTP/1.1\r\nHost: evil\r\n\r\n')
        reply = read_one(sock)
    tally.case(reply.status == 301 and
               reply.headers.get('location') == f'https://{NAME}/a?b',
               'plain HTTP is sent to HTTPS, by our own name', reply.raw[:200])


def limits(tally, front):
    with front.connect() as sock:
        send(sock, (HEAD % '/echo').replace('GET', 'POST').encode() +
             b'Content-Length: 65537\r\n\r\n')
        reply = read_all(sock, 2)
    tally.case(reply.status == 413 and
               reply.headers.get('strict-transport-security') == HSTS,
               'a body past 64 KB', reply.raw[:200])
    with front.connect() as sock:
        send(sock, (HEAD % '/see').encode() + b'X: ' + b'a' * 5000 +
             b'\r\n\r\n')
        reply = read_all(sock, 2)
    tally.case(reply.status == 400, 'a header past 4 KB', reply.raw[:200])
    with front.connect() as sock:
        for _ in range(400):
            send(sock, (HEAD % '/hello').encode() + b'\r\n')
        raw = b''
        while raw.count(b'HTTP/1.1 ') < 400:
            sock.settimeout(5)
            more = sock.recv(65536)
            if not more:
                break
            raw += more
    fine, many = raw.count(b' 200 OK'), raw.count(b' 429 ')
    tally.case(fine >= 150 and many >= 100, '400 requests in one go are '
               'slowed down', f'{fine} answered, {many} refused')


def slow(tally, front):
    """nginx waits 10 s for a head; Beside never hears of it."""
    begun = time.monotonic()
    with front.connect() as sock:
        ended = False
        while not ended and time.monotonic() - begun < 15:
            ended = not send(sock, b'G')
            sock.settimeout(0.5)
            try:
                ended = ended or not sock.recv(100)
            except TimeoutError:
                pass
            except OSError:
                ended = True
    lived = time.monotonic() - begun
    tally.case(ended and 8 < lived < 13, 'a head that drips', f'{lived:.1f} s')


def away(tally, front):
    front.probe.stop()
    with front.connect() as sock:
        send(sock, (HEAD % '/see').encode() + b'\r\n')
        reply = read_one(sock)
    tally.case(reply.status == 503 and b'Please try again' in reply.body and
               reply.headers.get('retry-after') == '30' and
               reply.headers.get('strict-transport-security') == HSTS,
               'a kind word while Beside is away', reply.raw[:300])


def main():
    o = options()
    tally = Tally()
    with Edge(o.probe) as front:
        tls(tally, front)
        http2(tally, front)
        forwarded(tally, front)
        plain(tally, front)
        slow(tally, front)
        limits(tally, front)
        tally.case(get(front.direct, '/see').status == 200,
                   'past nginx, Beside is well')
        away(tally, front)
    tally.end()


if __name__ == '__main__':
    main()
