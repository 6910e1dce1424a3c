-- The case file of Exhibit 17, version 1: one SQLite database with a rollback journal. The program compares the schema
-- of every file that it opens with this one, byte by byte; a change here is a new version. Comments stand outside the
-- statements, since SQLite keeps what is inside.

PRAGMA application_id = 1163407671; -- 0x45583137, "EX17"
PRAGMA user_version = 1;

-- One row: the case. `details` is JSON (who asks whom for what); times are nanoseconds since 1970-01-01 UTC.
CREATE TABLE matter (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    case_id TEXT NOT NULL CHECK (length(case_id) = 32),
    created_at INTEGER NOT NULL,
    details TEXT NOT NULL
) STRICT;

-- One row: what was given out last, so that no number is used twice, and how far the custody log reaches, so that a
-- missing end is noticed. vacuum_due: a withdrawal couldn't clear the file of its traces yet.
CREATE TABLE counter (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next_exhibit INTEGER NOT NULL CHECK (next_exhibit >= 1),
    next_artifact INTEGER NOT NULL CHECK (next_artifact >= 1),
    custody_count INTEGER NOT NULL CHECK (custody_count >= 0),
    custody_head BLOB NOT NULL CHECK (length(custody_head) = 32),
    vacuum_due INTEGER NOT NULL CHECK (vacuum_due IN (0, 1))
) STRICT;

-- A prompt/response exchange. `record` is the capture record, canonical JSON. The last four columns repeat what a list
-- shows, so that a list is one query. Of a withdrawn exhibit only the number and the times stay.
CREATE TABLE exhibit (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    added_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    record TEXT,
    surface TEXT,
    prompt_start BLOB,
    screenshots INTEGER NOT NULL CHECK (screenshots >= 0),
    attachments INTEGER NOT NULL CHECK (attachments >= 0),
    CHECK ((record IS NULL) = (withdrawn_at IS NOT NULL)),
    CHECK ((surface IS NULL) = (record IS NULL)),
    CHECK ((prompt_start IS NULL) = (record IS NULL))
) STRICT;

-- A sequence of bytes with a role; `parent` is the artifact that a derived one was made from.
CREATE TABLE artifact (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    exhibit INTEGER NOT NULL REFERENCES exhibit DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    role TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    origin TEXT NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    file_name BLOB NOT NULL,
    picture TEXT,
    parent INTEGER,
    operation TEXT NOT NULL,
    discloses INTEGER NOT NULL CHECK (discloses IN (0, 1))
) STRICT;

CREATE INDEX artifact_exhibit ON artifact (exhibit);

-- The bytes of an artifact in rows of 1 MiB, numbered from 0; only the last may be shorter, an empty artifact has none.
-- codec 0: the bytes as they are.
CREATE TABLE chunk (
    artifact INTEGER NOT NULL REFERENCES artifact DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL CHECK (n >= 0),
    codec INTEGER NOT NULL CHECK (codec = 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (artifact, n)
) STRICT;

-- The custody log: every line as it is exported, without its line end.
CREATE TABLE custody (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    line TEXT NOT NULL
) STRICT;

-- What the person pointed at or took out of an exhibit, numbered from 1 in its exhibit and kind. `content` is canonical
-- JSON (app/core/Markup.h); the log has SHA-256(salt, then SHA-256 of the content).
CREATE TABLE markup (
    exhibit INTEGER NOT NULL REFERENCES exhibit DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('mark', 'redaction')),
    number INTEGER NOT NULL CHECK (number >= 1),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    content TEXT NOT NULL,
    PRIMARY KEY (exhibit, kind, number)
) STRICT;
