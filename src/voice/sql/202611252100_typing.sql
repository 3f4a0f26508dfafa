-- Who types is read from her permission (said/typing.h).
ALTER TABLE voice_draft DROP COLUMN typist;
