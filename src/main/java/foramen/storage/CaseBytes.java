package foramen.storage;

import org.jdbi.v3.core.mapper.RowMapper;

/** Bytes that are stored for one version of a case. */
final class CaseBytes {
    final String caseId;
    final long version;
    final byte[] bytes;

    private CaseBytes(String caseId, long version, byte[] bytes) {
        this.caseId = caseId;
        this.version = version;
        this.bytes = bytes;
    }

    /** Reads rows of {@code case_id}, {@code version} and {@code column}. */
    static RowMapper<CaseBytes> in(String column) {
        return (row, context) -> new CaseBytes(row.getString("case_id"), row.getLong("version"),
                row.getBytes(column));
    }
}
