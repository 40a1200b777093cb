-- The journal: what each edit changed, oldest first; each line's hash covers the line before. Nothing here is ever changed.
CREATE TABLE journal (
    seq      BIGINT  NOT NULL PRIMARY KEY,
    case_id  TEXT    NOT NULL,
    version  BIGINT  NOT NULL CHECK (version >= 1),
    edit     BYTEA NOT NULL,
    body     BYTEA NOT NULL,
    snapshot TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    UNIQUE (case_id, version)
);

-- Whole states now and then, so that a case opens without reading all its changes; the journal has the digest of each.
CREATE TABLE case_snapshot (
    case_id TEXT    NOT NULL,
    version BIGINT  NOT NULL,
    body    BYTEA NOT NULL,
    PRIMARY KEY (case_id, version),
    FOREIGN KEY (case_id, version) REFERENCES journal (case_id, version)
);

-- The end of the chain. A journal cut short by hand does not end here.
CREATE TABLE chain_head (
    id   BIGINT  NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT  NOT NULL,
    hash TEXT    NOT NULL
);

-- What the case list shows, and how much stands in the journal since the last whole state.
CREATE TABLE case_head (
    case_id TEXT    NOT NULL PRIMARY KEY,
    version BIGINT  NOT NULL CHECK (version >= 1),
    seq     BIGINT  NOT NULL,
    loose   BIGINT  NOT NULL,
    summary BYTEA NOT NULL
);

CREATE INDEX case_head_by_seq ON case_head (seq);

-- What the newest version of a case is found by: words of name and identifier, and clips.
CREATE TABLE case_term (
    kind    TEXT NOT NULL,
    term    BYTEA NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (kind, term, case_id)
);

CREATE INDEX case_term_by_case ON case_term (case_id, kind, term);

-- What a projection adds up over all cases, cell by cell, and the place in the journal it is up to.
CREATE TABLE projection (
    name    TEXT    NOT NULL PRIMARY KEY,
    edition TEXT    NOT NULL,
    seq     BIGINT  NOT NULL
);

CREATE TABLE projection_cell (
    projection TEXT NOT NULL,
    cell       BYTEA NOT NULL,
    sums       BYTEA NOT NULL,
    PRIMARY KEY (projection, cell)
);

-- Where the operator was looking; not clinical, and a case not yet saved may have one.
CREATE TABLE case_view (
    case_id TEXT NOT NULL PRIMARY KEY,
    view    BYTEA NOT NULL
);

CREATE TABLE store_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

-- What holds for the store as a whole, such as where its chain begins.
CREATE TABLE store_fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- The keys of an encrypted store, wrapped by a key from its passphrase.
CREATE TABLE vault (
    id         BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    salt       BYTEA  NOT NULL,
    iterations BIGINT NOT NULL,
    documents  BYTEA  NOT NULL,
    terms      BYTEA  NOT NULL
);

CREATE FUNCTION foramen_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: nothing of % is ever changed or deleted', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER journal_keeps_its_rows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION foramen_append_only();

CREATE TRIGGER case_snapshot_keeps_its_rows BEFORE UPDATE OR DELETE OR TRUNCATE ON case_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION foramen_append_only();

CREATE FUNCTION foramen_follows_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM journal)
            OR NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM journal WHERE case_id = NEW.case_id) THEN
        RAISE EXCEPTION 'the journal is append-only: an entry follows the last one';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_follows_the_last BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION foramen_follows_the_last();

INSERT INTO store_fact (name, value) VALUES ('schema', '2');
