-- The marks by which a Foramen store and its age are known before anything is read ('FORA', schema 1).
PRAGMA application_id = 1179603521;
PRAGMA user_version = 1;

-- One row a case: what the case list shows, and which version is the newest.
CREATE TABLE patient_case (
    id         TEXT    NOT NULL PRIMARY KEY,
    version    INTEGER NOT NULL CHECK (version >= 1),
    patient    TEXT    NOT NULL,
    indication TEXT    NOT NULL,
    changed    TEXT    NOT NULL
) STRICT;

-- The journal: every state of every case, oldest first. Nothing here is ever changed.
CREATE TABLE case_version (
    seq      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id  TEXT    NOT NULL REFERENCES patient_case (id),
    version  INTEGER NOT NULL CHECK (version >= 1),
    action   TEXT    NOT NULL,
    operator TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    document TEXT    NOT NULL CHECK (json_valid(document)),
    UNIQUE (case_id, version)
) STRICT;

CREATE TRIGGER case_version_keeps_its_rows BEFORE DELETE ON case_version
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: a version is never deleted');
END;

CREATE TRIGGER case_version_keeps_its_content BEFORE UPDATE ON case_version
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: a version is never changed');
END;

-- Also closes the back door of INSERT OR REPLACE, which deletes without asking the trigger above.
CREATE TRIGGER case_version_follows_the_last BEFORE INSERT ON case_version
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM case_version WHERE case_id = NEW.case_id)
    OR NEW.seq IN (SELECT seq FROM case_version)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: a version follows the last one');
END;

CREATE TRIGGER patient_case_stays BEFORE DELETE ON patient_case
BEGIN
    SELECT RAISE(ABORT, 'a case is never deleted');
END;

CREATE TRIGGER patient_case_goes_forward BEFORE UPDATE ON patient_case
WHEN NEW.id <> OLD.id OR NEW.version <> OLD.version + 1
BEGIN
    SELECT RAISE(ABORT, 'a case goes forward by one version at a time');
END;

-- Which clips the newest version of a case has.
CREATE TABLE case_clip (
    case_id          TEXT NOT NULL REFERENCES patient_case (id),
    sop_instance_uid TEXT NOT NULL,
    PRIMARY KEY (case_id, sop_instance_uid)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_clip_by_clip ON case_clip (sop_instance_uid);

-- Where the operator was looking; not clinical, and a case not yet saved may have one.
CREATE TABLE view_state (
    case_id          TEXT    NOT NULL PRIMARY KEY,
    sop_instance_uid TEXT    NOT NULL,
    frame_index      INTEGER NOT NULL CHECK (frame_index >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
