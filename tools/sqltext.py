"""sqltext: the SQL in our sources, for the checks that read it."""
import functools, pathlib, re

STRING = r'"(?:[^"\\\n]|\\.)*"'
JOINED = rf'{STRING}(?:\s*{STRING})*'
CALL = re.compile(rf'\bdb_sql(?:_at)?\(\s*(?:[^"(),]|\([^()]*\))+,\s*({JOINED})')
COMMENT = re.compile(rf'({STRING})|/\*.*?\*/|//[^\n]*', re.S)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
ENGINE_LINE = re.compile(r"^\s*--\s*(?:sqlite|pg):", re.M)


def is_test(path):
    return path.stem == "test" or path.stem.endswith(("_test", "_fuzz"))


def uncomment(c):
    """C without its comments; lines stay where they were."""
    return COMMENT.sub(lambda m: m[1] or re.sub(r"[^\n]", " ", m[0]), c)


def join(literals):
    """What the compiler makes of "a" "b"."""
    text = "".join(s[1:-1] for s in re.findall(STRING, literals))
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), text)


def in_c(path, only=""):
    """(line, SQL) of each db_sql() in a C file; only="db_sql(" leaves out the
    db_sql_at() that db itself uses for words of one engine."""
    c = uncomment(path.read_text())
    for m in CALL.finditer(c):
        if m[0].startswith(only):
            yield c.count("\n", 0, m.start()) + 1, join(m[1])


def in_migration(path):
    """[(line, SQL)] of a migration, whole, the lines of both engines read."""
    sql = ENGINE_LINE.sub("", path.read_text())
    return [(1, re.sub(r"--[^\n]*", "", sql))]


def in_file(path):
    return in_migration(path) if path.suffix == ".sql" else in_c(path)


@functools.lru_cache(maxsize=None)
def tables(src):
    """table -> the migration that makes it."""
    made = re.compile(r"\bCREATE\s+(?:TABLE|VIEW)\s+(?:IF NOT EXISTS\s+)?(\w+)", re.I)
    return {t: f for f in sorted(pathlib.Path(src).glob("*/sql/*.sql"))
            for _, sql in in_migration(f) for t in made.findall(sql)}
