#!/usr/bin/env python3
"""Requests that can be read in two ways are refused before any handler runs.

The 37 forms, some more of the same kind, and what must still get through;
directly at the probe, then at a real nginx with the shipped settings in front
of it. The table in README.md is checked against what happened.
"""
import os
import re
import sys
import time

import edge
from wire import Probe, Tally, get, options, read_all, read_one, send

HERE = os.path.dirname(os.path.abspath(__file__))
README = os.path.join(HERE, 'README.md')

REFUSALS = {*range(400, 500), 501, 505}
EVIL = b'GET /evil HTTP/1.1\r\nHost: evil\r\n\r\n'


def head(line=b'GET /see HTTP/1.1', *headers, host=b'Host: probe\r\n'):
    return line + b'\r\n' + host + b''.join(h + b'\r\n' for h in headers) \
        + b'\r\n'


def post(*headers, body=b'', line=b'POST /echo HTTP/1.1'):
    return head(line, *headers) + body


def chunks(body):
    return post(b'Transfer-Encoding: chunked', body=body)


# name, bytes. 37 of them: stack.md, "Hostile forms to refuse".
FORMS = [
    ('two lengths, equal', post(b'Content-Length: 5', b'Content-Length: 5',
                                body=b'hello')),
    ('two lengths, different',
     post(b'Content-Length: 5', b'Content-Length: 0', body=b'hello' + EVIL)),
    ('a list of lengths', post(b'Content-Length: 5, 5', body=b'hello')),
    ('a length with a sign', post(b'Content-Length: +5', body=b'hello')),
    ('a length in hex', post(b'Content-Length: 0x5', body=b'hello')),
    ('a length that overflows',
     post(b'Content-Length: 18446744073709551621', body=b'hello')),
    ('a length with a space inside',
     post(b'Content-Length: 5 5', body=b'hello')),
    ('a length and chunked',
     post(b'Content-Length: 4', b'Transfer-Encoding: chunked',
          body=b'0\r\n\r\n' + EVIL)),
    ('chunked twice',
     post(b'Transfer-Encoding: chunked, chunked', body=b'0\r\n\r\n')),
    ('xchunked', post(b'Transfer-Encoding: xchunked', body=b'0\r\n\r\n')),
    ('chunked in HTTP/1.0',
     post(b'Transfer-Encoding: chunked', body=b'0\r\n\r\n',
          line=b'POST /echo HTTP/1.0')),
    ('chunk size -1', chunks(b'-1\r\nhello\r\n0\r\n\r\n')),
    ('chunk size 0x3', chunks(b'0x3\r\nabc\r\n0\r\n\r\n')),
    ('a chunk size that overflows',
     chunks(b'10000000000000003\r\nabc\r\n0\r\n\r\n')),
    ('a chunk without its CRLF', chunks(b'3\r\nabcX0\r\n\r\n')),
    ('a space before the colon',
     post(b'Content-Length : 5', body=b'hello')),
    ('a folded header', head(b'GET /see HTTP/1.1', b'X-A: 1\r\n  2')),
    ('a header with leading space',
     b'GET /see HTTP/1.1\r\n Host: probe\r\nX-A: 1\r\n\r\n'),
    ('an empty header name', head(b'GET /see HTTP/1.1', b': 1')),
    ('a bad header name', head(b'GET /see HTTP/1.1', b'X(A): 1')),
    ('a header without a colon', head(b'GET /see HTTP/1.1', b'X-A')),
    ('bare LF', b'GET /see HTTP/1.1\nHost: probe\n\n'),
    ('bare CR', head(b'GET /see HTTP/1.1', b'X-A: 1\rX-B: 2')),
    ('NUL in a value', head(b'GET /see HTTP/1.1', b'X-A: 1\0002')),
    ('a control byte in a value',
     head(b'GET /see HTTP/1.1', b'X-A: 1\x0b2')),
    ('a control byte in the target', head(b'GET /see\x01 HTTP/1.1')),
    ('no Host', head(host=b'')),
    ('two Hosts', head(b'GET /see HTTP/1.1', b'Host: other')),
    ('version 1.1x', head(b'GET /see HTTP/1.1x')),
    ('version 2.0', head(b'GET /see HTTP/2.0')),
    ('version 0.9', head(b'GET /see HTTP/0.9')),
    ('a double space in the request line', head(b'GET  /see HTTP/1.1')),
    ('a tab in the request line', head(b'GET\t/see HTTP/1.1')),
    ('a bad method', head(b'G<T /see HTTP/1.1')),
    ('100 KB of headers',
     head(b'GET /see HTTP/1.1', *[b'X-%d: ' % i + b'a' * 990
                                  for i in range(100)])),
    ('2,000 headers',
     head(b'GET /see HTTP/1.1', *[b'X: %d' % i for i in range(2000)])),
    ('a 64 KB target', head(b'GET /' + b'a' * 65536 + b' HTTP/1.1')),
]

# The same kind, past the 37; refused by us or the library.
MORE = [
    ('minus length', post(b'Content-Length: -5', body=b'hello')),
    ('empty length', post(b'Content-Length:', body=b'hello')),
    ('NUL in the target', head(b'GET /see\0x HTTP/1.1')),
    ('NUL in a name', head(b'GET /see HTTP/1.1', b'X\0-A: 1')),
    ('NUL at the start of a line',
     head(b'GET /see HTTP/1.1', b'\0X-A: 1', b'Content-Length: 50')),
    ('NUL as the last line', b'GET /see HTTP/1.1\r\nHost: a\r\n\0x\r\n\r\n'),
    ('NUL in the method', head(b'GE\0T /see HTTP/1.1')),
    ('NUL after the length',
     post(b'Content-Length: 5\x000', body=b'hello')),
    ('a fold of spaces at the end',
     b'GET /see HTTP/1.1\r\nHost: a\r\n \r\n\r\n'),
    ('a fold in the first header',
     b'GET /see HTTP/1.1\r\nHost: a\r\n\tb\r\nX: 1\r\n\r\n'),
    ('one bare LF inside', b'GET /see HTTP/1.1\r\nX: 1\nHost: a\r\n\r\n'),
    ('one bare LF after the request line',
     b'GET /see HTTP/1.1\nHost: a\r\n\r\n'),
    ('one bare LF as the blank line',
     b'GET /see HTTP/1.1\r\nHost: a\r\n\n'),
    ('CR CR LF', b'GET /see HTTP/1.1\r\nHost: a\r\r\n\r\n'),
    ('space in the target', head(b'GET /a b HTTP/1.1')),
    ('space at the end of the line', head(b'GET /see HTTP/1.1 ')),
    ('two spaces before the version', head(b'GET /see  HTTP/1.1')),
    ('UTF-8 in the target', head('GET /é HTTP/1.1'.encode())),
    ('a fragment', head(b'GET /see#a HTTP/1.1')),
    ('a backslash', head(b'GET /see\\..\\x HTTP/1.1')),
    ('an absolute target', head(b'GET http://other/see HTTP/1.1')),
    ('OPTIONS *', head(b'OPTIONS * HTTP/1.1')),
    ('CONNECT', head(b'CONNECT probe:80 HTTP/1.1')),
    ('TRACE', head(b'TRACE /see HTTP/1.1')),
    ('lower case method', head(b'get /see HTTP/1.1')),
    ('version 1.2', head(b'GET /see HTTP/1.2')),
    ('version 1.10', head(b'GET /see HTTP/1.10')),
    ('no version', b'GET /see\r\n\r\n'),
    ('no target', b'GET\r\n\r\n'),
    ('an empty Host', head(host=b'Host:\r\n')),
    ('a bad Host', head(host=b'Host: a/../b\r\n')),
    ('a Host that is not UTF-8', head(host=b'Host: \xff\r\n')),
    ('a GET with a body',
     head(b'GET /see HTTP/1.1', b'Content-Length: 5') + b'hello'),
    ('identity', post(b'Transfer-Encoding: identity', body=b'hello')),
    ('empty coding', post(b'Transfer-Encoding:', body=b'hello')),
    ('gzip, chunked', post(b'Transfer-Encoding: gzip, chunked')),
    ('chunked and a second coding header',
     post(b'Transfer-Encoding: chunked', b'Transfer-Encoding: identity',
          body=b'0\r\n\r\n')),
    ('plain chunked: ask for a length', chunks(b'3\r\nabc\r\n0\r\n\r\n')),
    ('two cookies', head(b'GET /see HTTP/1.1', b'Cookie: a=1',
                         b'Cookie: a=2')),
    ('two origins', head(b'GET /see HTTP/1.1', b'Origin: http://a',
                         b'Origin: http://b')),
    ('a cookie that is not UTF-8',
     head(b'GET /see HTTP/1.1', b'Cookie: a=\xc3')),
    ('DEL in a value', head(b'GET /see HTTP/1.1', b'X: \x7f')),
    ('another expectation',
     post(b'Expect: 200-ok', b'Content-Length: 5', body=b'hello')),
    ('65 headers', head(b'GET /see HTTP/1.1',
                        *[b'X: %d' % i for i in range(64)])),
    ('a target past 4 KB', head(b'GET /' + b'a' * 4096 + b' HTTP/1.1')),
    ('a body past the limit',
     post(b'Content-Length: 65537', body=b'a' * 65537)),
]

# What leaves no trace that we could see; nginx refuses it.
ONLY_NGINX = [
    ('NUL LF ends a header', b'GET /see HTTP/1.1\r\nHost: probe\0\n\r\n'),
    ('NUL LF is the blank line', b'GET /see HTTP/1.1\r\nHost: probe\r\n\0\n'),
    ('LF, then NUL CR LF is the blank line',
     b'GET /see HTTP/1.1\r\nHost: probe\n\0\r\n'),
    ('NUL CR LF, then LF is the blank line',
     b'GET /see HTTP/1.1\r\nHost: probe\0\r\n\n'),
]

# name, bytes, status, and what the answer holds.
FINE = [
    ('a plain GET', head(), 200, b'GET /see'),
    ('a query as it was sent', head(b'GET /see?a=%41+b&&c=&d HTTP/1.1'), 200,
     b'query a=%41+b&&c=&d\n'),
    ('a path as it was sent', head(b'GET /a%2fb%00;c HTTP/1.1'), 200,
     b'GET /a%2fb%00;c\n'),
    ('a POST', post(b'Content-Length: 5', body=b'hello'), 200, b'hello'),
    ('an empty POST', post(b'Content-Length: 0'), 200, b''),
    ('a POST without a length', post(), 200, b''),
    ('a POST at the limit', post(b'Content-Length: 65536', body=b'a' * 65536),
     200, b'a' * 65536),
    ('NUL in a body', post(b'Content-Length: 3', body=b'a\0b'), 200, b'a\0b'),
    ('HTTP/1.0', b'GET /see HTTP/1.0\r\n\r\n', 200, b'GET /see'),
    ('an empty line first', b'\r\n' + head(), 200, b'GET /see'),
    ('a tab in a value', head(b'GET /see HTTP/1.1', b'X: a\tb'), 200, b''),
    ('space around a value', head(b'GET /see HTTP/1.1', b'X: \t a \t'), 200,
     b''),
    ('no space before a value', head(host=b'Host:probe\r\n'), 200,
     b'host probe'),
    ('an empty value', head(b'GET /see HTTP/1.1', b'X:'), 200, b''),
    ('Latin-1 in a header nobody reads',
     head(b'GET /see HTTP/1.1', b'X: \xe9'), 200, b''),
    ('UTF-8 in a header that is read',
     head(b'GET /see HTTP/1.1', 'User-Agent: é'.encode()), 200,
     'agent é'.encode()),
    ('a name in capitals', head(host=b'HOST: probe\r\n'), 200,
     b'host probe'),
    ('63 headers', head(b'GET /see HTTP/1.1',
                        *[b'X: %d' % i for i in range(63)]), 200, b''),
    ('a 2 KB cookie', head(b'GET /see HTTP/1.1',
                           b'Cookie: s=' + b'a' * 2048), 200, b'a' * 2048),
    ('a query of 4 KB', head(b'GET /see?' + b'b&' * 2000 + b' HTTP/1.1'), 200,
     b'query ' + b'b&' * 2000),
    ('a target of 4 KB', head(b'GET /' + b'a' * 4095 + b' HTTP/1.1'), 200,
     b'a' * 4095),
    ('IPv6 host', head(host=b'Host: [::1]:80\r\n'), 200, b'host [::1]:80'),
]


def ours(reply):
    """Our refusals say no-store; the library's are HTML without it."""
    return reply.headers.get('cache-control') == 'no-store'


def who_refused(reply):
    if reply.closed and not reply.raw:
        return 'library'
    # The library says the head of some of its refusals twice, then closes.
    if not reply.closed or set(reply.statuses) - REFUSALS:
        return 'nobody'
    return 'us' if ours(reply) else 'library'


# What the app puts on every answer has to be on those that never reach it.
FIXED = {'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
         'cross-origin-opener-policy': 'same-origin',
         'cross-origin-resource-policy': 'same-origin',
         'content-security-policy': "default-src 'none'; form-action 'none'; "
                                    "frame-ancestors 'none'; base-uri 'none'"}
SHORT = {'x-content-type-options': 'nosniff'}  # where room may be short


def runs(connect):
    return int(get(connect, '/count').body)


def try_one(connect, data, count=None, seconds=3):
    """The reply to data, and how many handlers it made run."""
    before = runs(count or connect)
    with connect() as sock:
        send(sock, data)
        reply = read_all(sock, seconds)
    return reply, runs(count or connect) - before - 1


def directly(tally, probe):
    """Who refused each of the 37 forms."""
    by = {}
    for name, data in FORMS + MORE:
        reply, ran = try_one(probe.connect, data)
        by[name] = who_refused(reply)
        tally.case(by[name] != 'nobody' and ran == 0, name,
                   f'{ran} handlers ran, closed {reply.closed}, '
                   f'{reply.raw[:80]}')
        if by[name] == 'us':
            fixed = SHORT if reply.status == 431 else FIXED
            tally.case(fixed.items() <= reply.headers.items(),
                       name + ': with the fixed headers', reply.headers)
    return by


def let_through(tally, connect):
    for name, data, status, holds in FINE:
        with connect() as sock:
            send(sock, data)
            reply = read_one(sock)
        tally.case(reply.status == status and holds in reply.body, name,
                   reply.raw[:200])


def byte_by_byte(tally, probe):
    """How the bytes arrive must not matter."""
    for name, data, status, _ in FINE[:5] + FINE[9:12]:
        with probe.connect() as sock:
            for i in range(len(data)):
                send(sock, data[i:i + 1])
                time.sleep(0.0002)
            reply = read_one(sock)
        tally.case(reply.status == status, name + ', byte by byte',
                   reply.raw[:200])


def kept_alive(tally, probe):
    with probe.connect() as sock:
        for i in range(20):
            send(sock, head(b'GET /see?%d HTTP/1.1' % i))
            reply = read_one(sock)
            tally.case(b'query %d\n' % i in reply.body, 'kept alive', reply.raw)
        send(sock, b''.join(head(b'GET /see?%d HTTP/1.1' % i)
                            for i in range(50)) + post(
            b'Connection: close', b'Content-Length: 5', body=b'hello'))
        reply = read_all(sock, 5)
        tally.case(reply.answers == 51 and reply.closed and
                   reply.raw.endswith(b'hello'), '51 in one go',
                   f'{reply.answers} answers')
    with probe.connect() as sock:
        send(sock, post(b'Expect: 100-continue', b'Content-Length: 5'))
        go_on = sock.recv(100)
        send(sock, b'hello')
        reply = read_one(sock)
        tally.case(go_on.startswith(b'HTTP/1.1 100') and
                   reply.body == b'hello', '100-continue', reply.raw)
    with probe.connect() as sock:
        send(sock, head(b'HEAD /page HTTP/1.1', b'Connection: close'))
        reply = read_all(sock, 5)
        tally.case(reply.status == 200 and reply.body == b'' and
                   reply.headers.get('content-length') == '8192',
                   'HEAD has the length and no body', reply.raw[:300])


SIZED = {  # by size, and past which the library has no room left to answer
    'a cookie': (3600, lambda n: head(b'GET /head HTTP/1.1',
                                      b'Cookie: a=' + b'b' * n)),
    'a header': (7400, lambda n: head(b'GET /head HTTP/1.1',
                                      b'X: ' + b'b' * n)),
    'a query': (7400, lambda n: head(b'GET /head?' + b'b' * n +
                                     b' HTTP/1.1')),
    'fields': (7400, lambda n: head(b'GET /head?' + b'b&' * (n // 2) +
                                    b' HTTP/1.1')),
    'headers': (9999, lambda n: head(b'GET /head HTTP/1.1',
                                     *[b'X: 1'] * min(2000, n // 5))),
}


def any_size(tally, probe):
    """Whatever its size, a head gets 200 (here with the longest head an answer
    may have), 414 or 431; past a point it is hung up on; none is left waiting.
    """
    for name, (most, made) in SIZED.items():
        wrong = []
        for size in range(0, 9000, 47):
            with probe.connect() as sock:
                send(sock, made(size))
                reply = read_one(sock, 2)
            if reply.status not in (200, 414, 431) and \
                    not (reply.closed and not reply.raw and size > most):
                wrong.append((size, reply.raw[:60]))
        tally.case(not wrong, f'{name} of any size', wrong[:5])


def trusted(tally, path):
    """Forwarded headers count from a proxy we were told of, else not."""
    extra = ('X-Forwarded-For: 9.9.9.9, 203.0.113.7\r\n'
             'X-Forwarded-Proto: https\r\n')
    plain, behind = Probe(path), Probe(path, '--proxy', 1)
    body = get(plain.connect, '/see', extra).body
    tally.case(b'address 127.0.0.1\nhttps 0' in body, 'no proxy', body)
    body = get(behind.connect, '/see', extra).body
    tally.case(b'address 203.0.113.7\nhttps 1' in body, 'a proxy', body)
    body = get(behind.connect, '/see', 'X-Forwarded-For: <b>\r\n').body
    tally.case(b'address 127.0.0.1\n' in body, 'a proxy that lies', body)
    tally.stopped(plain)
    tally.stopped(behind)


def through(front, data, seconds=0.7):
    """One request through nginx, by its name."""
    name = b'Host: ' + edge.NAME.encode()
    reply, ran = try_one(front.connect, data.replace(b'Host: probe', name),
                         front.direct, seconds)
    refused = ran == 0 and (reply.closed and not reply.raw or
                            reply.answers == 1 and
                            reply.status in REFUSALS - {404, 429})
    return refused, reply, ran


def behind_nginx(tally, path):
    """What nginx does with the 37: refuse, or hand on something plain."""
    by = {}
    with edge.Edge(path) as front:
        for name, data in FORMS:
            refused, reply, ran = through(front, data)
            clean = ran == 1 and reply.answers == 1 and reply.status == 200 \
                and b'evil' not in reply.body
            by[name] = 'refused' if refused else 'made plain' if clean \
                else 'passed on'
            tally.case(refused or clean, 'behind nginx: ' + name,
                       f'{ran} handlers ran, {reply.raw[:200]}')
        for name, data in ONLY_NGINX:
            with front.direct() as sock:
                send(sock, data)
                tally.case(read_one(sock, 2).status == 200, name +
                           ': the README says that we cannot see it')
            refused, reply, _ = through(front, data)
            tally.case(refused, 'behind nginx: ' + name, reply.raw[:200])
        tally.stopped(front.probe)
    return by


def readme_says():
    """name: (who, nginx) for each row of the table."""
    with open(README) as f:
        return {m[1]: (m[2], m[3]) for m in re.finditer(
            r'^\| (.+?) +\| (us|library) +\| (refused|made plain) +\|$',
            f.read(), re.M)}


def main():
    o = options(table=0)
    tally = Tally()
    probe = Probe(o.probe)
    by = directly(tally, probe)
    let_through(tally, probe.connect)
    byte_by_byte(tally, probe)
    kept_alive(tally, probe)
    any_size(tally, probe)
    tally.stopped(probe)
    trusted(tally, o.probe)
    nginx = behind_nginx(tally, o.probe)
    found = {name: (by[name], nginx[name]) for name, _ in FORMS}
    if o.table:
        for name, (who, then) in found.items():
            print(f'| {name} | {who} | {then} |')
    said = readme_says()
    for name in found:
        tally.case(said.get(name) == found[name], 'README.md: ' + name,
                   f'it says {said.get(name)}, seen {found[name]}')
    tally.case(len(FORMS) == 37 == len(said), 'there are 37 forms',
               f'{len(FORMS)} here, {len(said)} in README.md')
    tally.end()


if __name__ == '__main__':
    sys.exit(main())
