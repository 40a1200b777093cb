package foramen.media.catalog;

/**
 * How much a place of several clips may ask of the reader; all engineering defaults.
 *
 * @param files how many files or entries are looked at
 * @param depth how deep folders may nest
 * @param entryBytes the most that one entry of an archive may unpack to
 * @param totalBytes the most that all entries of an archive may unpack to; each is removed before the next
 * @param freeBytes what an entry may unpack to whatever its ratio
 * @param ratio how many times larger than its compressed form a longer entry may be; deflate itself ends at 1032
 */
public record CatalogLimits(int files, int depth, long entryBytes, long totalBytes, long freeBytes, int ratio) {
    /** For any place from outside. */
    public static final CatalogLimits DEFAULT = new CatalogLimits(20_000, 24, 16L << 30, 64L << 30, 64L << 20, 250);
}
