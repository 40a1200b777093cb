-- The journal: what each edit changed, oldest first; each line's hash covers the line before. Nothing here is ever changed.
CREATE TABLE journal (
    seq      INTEGER NOT NULL PRIMARY KEY,
    case_id  TEXT    NOT NULL,
    version  INTEGER NOT NULL CHECK (version >= 1),
    edit     BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    snapshot TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    UNIQUE (case_id, version)
) STRICT;

CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: an entry is never deleted');
END;

CREATE TRIGGER journal_keeps_its_content BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: an entry is never changed');
END;

-- Also closes the back door of INSERT OR REPLACE, which deletes without asking the triggers above.
CREATE TRIGGER journal_follows_the_last BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM journal)
    OR NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM journal WHERE case_id = NEW.case_id)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: an entry follows the last one');
END;

-- Whole states now and then, so that a case opens without reading all its changes; the journal has the digest of each.
CREATE TABLE case_snapshot (
    case_id TEXT    NOT NULL,
    version INTEGER NOT NULL,
    body    BLOB    NOT NULL,
    PRIMARY KEY (case_id, version),
    FOREIGN KEY (case_id, version) REFERENCES journal (case_id, version)
) STRICT;

CREATE TRIGGER case_snapshot_keeps_its_rows BEFORE DELETE ON case_snapshot
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: a snapshot is never deleted');
END;

CREATE TRIGGER case_snapshot_keeps_its_content BEFORE UPDATE ON case_snapshot
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: a snapshot is never changed');
END;

-- The end of the chain. A journal cut short by hand does not end here.
CREATE TABLE chain_head (
    id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL,
    hash TEXT    NOT NULL
) STRICT;

-- What the case list shows, and how much stands in the journal since the last whole state.
CREATE TABLE case_head (
    case_id TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version >= 1),
    seq     INTEGER NOT NULL,
    loose   INTEGER NOT NULL,
    summary BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX case_head_by_seq ON case_head (seq);

-- What the newest version of a case is found by: words of name and identifier, and clips.
CREATE TABLE case_term (
    kind    TEXT NOT NULL,
    term    BLOB NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (kind, term, case_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_term_by_case ON case_term (case_id, kind, term);

-- What a projection adds up over all cases, cell by cell, and the place in the journal it is up to.
CREATE TABLE projection (
    name    TEXT    NOT NULL PRIMARY KEY,
    edition TEXT    NOT NULL,
    seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE projection_cell (
    projection TEXT NOT NULL,
    cell       BLOB NOT NULL,
    sums       BLOB NOT NULL,
    PRIMARY KEY (projection, cell)
) STRICT, WITHOUT ROWID;

-- Where the operator was looking; not clinical, and a case not yet saved may have one.
CREATE TABLE case_view (
    case_id TEXT NOT NULL PRIMARY KEY,
    view    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE store_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What holds for the store as a whole, such as where its chain begins.
CREATE TABLE store_fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys of an encrypted store, wrapped by a key from its passphrase.
CREATE TABLE vault (
    id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    salt       BLOB    NOT NULL,
    iterations INTEGER NOT NULL,
    documents  BLOB    NOT NULL,
    terms      BLOB    NOT NULL
) STRICT;
