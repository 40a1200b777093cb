PRAGMA user_version = 3;

-- What a projection looks cases up by: a text of each case under each key.
CREATE TABLE projection_row (
    projection TEXT NOT NULL,
    place      BLOB NOT NULL,
    case_id    TEXT NOT NULL,
    content    BLOB NOT NULL,
    PRIMARY KEY (projection, place, case_id)
) STRICT, WITHOUT ROWID;

-- Projections that are being made: those cases are in whose newest entry of the journal is not beyond seq; below nought,
-- what was there before is still being cleared away.
CREATE TABLE projection_build (
    name TEXT    NOT NULL PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
