"""One page, drawn: HTML in on standard input, PDF out on standard output.

The page comes whole: its style and type faces are inside it. Nothing is
fetched and no other program is started; the only files written are those type
faces, in a folder that goes with the process; time and memory have an end. A page that must be one sheet (first line "1") is drawn a little
smaller when it would not be; large print (first line "0") takes the sheets it
needs.
"""
import ctypes
import os
import resource
import sys

MIB = 1 << 20


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
    one_sheet = sys.stdin.buffer.readline().strip() == b"1"
    text = sys.stdin.buffer.read().decode("utf-8")
    html = HTML(string=text, url_fetcher=inside_only, base_url=None)
    fonts = FontConfiguration()
    for percent in (100, 95, 90, 85, 80):
        page = html.render(stylesheets=[smaller(percent)], font_config=fonts)
        if not one_sheet or len(page.pages) == 1:
            break
    sys.stdout.buffer.write(page.write_pdf(zoom=percent / 100))


main()
