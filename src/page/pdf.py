"""One page, drawn: HTML in on standard input, PDF out on standard output.

The page comes whole: its style and type faces are inside it. Nothing is
fetched and no other program is started; the only files written are those type
faces, in a folder that goes with the process; time and memory have an end. A page that must be one sheet begins at the size in percent its
first line says, and is drawn a little smaller while it would not be; large print
(first line "0") takes the sheets it needs.
"""
import ctypes.util
import os
import resource
import sys

MIB = 1 << 20
SMALLEST = 72  # percent: 7.6 point, when every line is as long as may be


def alone():
    """A user and network namespace of its own, where the kernel grants one: even
    a fault in a library then finds no network. NEWUSER | NEWNET."""
    uid, gid = os.getuid(), os.getgid()
    if ctypes.CDLL(None).unshare(0x10000000 | 0x40000000) != 0:
        return
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"),
                       ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as f:
            f.write(text)


resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_AS, (1024 * MIB, 1024 * MIB))
resource.setrlimit(resource.RLIMIT_FSIZE, (MIB, MIB))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
alone()
# Libraries are named as they are; asking a compiler where they lie takes a
# second and starts a program.
ctypes.util.find_library = lambda name: None

from weasyprint import CSS, HTML, default_url_fetcher  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402


def inside_only(url, *rest, **named):
    if url.startswith("data:"):
        return default_url_fetcher(url)
    raise ValueError("a page brings what it needs")


def smaller(percent):
    """The same sheets, as seen from further away: all of it shrinks alike."""
    much = 100 / percent
    size = ("@page %s { size: %.2fmm %.2fmm !important; "
            "margin: %.2fmm %.2fmm !important }")
    return CSS(string=" ".join(
        size % (name, wide * much, high * much, 9 * much, 14 * much)
        for name, wide, high in (("a4", 210, 297), ("letter", 215.9, 279.4))))


def main():
    first = int(sys.stdin.buffer.readline())
    text = sys.stdin.buffer.read().decode("utf-8")
    html = HTML(string=text, url_fetcher=inside_only, base_url=None)
    fonts = FontConfiguration()
    percent = first or 100
    page = html.render(stylesheets=[smaller(percent)], font_config=fonts)
    while first and percent > SMALLEST and len(page.pages) > 1:
        percent -= 4
        page = html.render(stylesheets=[smaller(percent)], font_config=fonts)
    sys.stdout.buffer.write(page.write_pdf(zoom=percent / 100))


main()
