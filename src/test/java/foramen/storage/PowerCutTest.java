package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk when the power goes: all that was synced, and any part of what was being written after it. */
class PowerCutTest {
    private static final Case FIRST = Case.begin(new CaseId("first"), Instant.EPOCH);
    private static final int PAGE = 4096;
    private static final int CUTS = Integer.getInteger("foramen.cuts", 40);

    private final Path directory;

    PowerCutTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static final class Disk {
        private final byte[] database;
        private final byte[] log;

        Disk(byte[] database, byte[] log) {
            this.database = database;
            this.log = log;
        }

        byte[] database() {
            return database;
        }

        byte[] log() {
            return log;
        }

        static Disk of(Path folder) throws IOException {
            return new Disk(Files.readAllBytes(folder.resolve("foramen.db")),
                    Files.readAllBytes(folder.resolve("foramen.db-wal")));
        }

        void writeTo(Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.write(folder.resolve("foramen.db"), database);
            Files.write(folder.resolve("foramen.db-wal"), log);
        }
    }

    /** What {@code after} added to the log and the power cut off at any place, or left as any bytes from there on. */
    private static Disk torn(Disk before, Disk after, Random random) {
        int synced = before.log().length;
        int tail = Math.max(0, after.log().length - synced);
        int kept = synced + (tail == 0 ? 0 : random.nextInt(tail));
        byte[] log = Arrays.copyOf(after.log(), kept);
        if (random.nextBoolean() && tail > 0) {
            byte[] garbage = Arrays.copyOf(after.log(), after.log().length);
            for (int i = kept; i < garbage.length; i++) {
                garbage[i] = (byte) random.nextInt();
            }
            log = garbage;
        }
        return new Disk(before.database(), log);
    }

    @Test
    void every_acknowledged_edit_is_there_after_a_power_cut_and_the_store_is_sound()
            throws StoreException, IOException {
        Random random = new Random(11);
        try (SqlCaseStore store = SqlCaseStore.open(directory.resolve("store"))) {
            store.append(FIRST, 0, new Edit("Begin", "", Instant.EPOCH));
            for (int cut = 0; cut < CUTS; cut++) {
                long acknowledged = cut + 1L;
                Disk before = Disk.of(directory.resolve("store"));
                store.append(FIRST.withIndication("state " + cut + "x".repeat(random.nextInt(20_000))), acknowledged,
                        new Edit("Edit", "", Instant.EPOCH));
                Disk after = Disk.of(directory.resolve("store"));
                if (!Arrays.equals(before.database(), after.database())
                        || after.log().length < before.log().length) {
                    // The log went into the database and begins anew; such a cut is another test's.
                    continue;
                }
                Path left = directory.resolve("cut" + cut);
                torn(before, after, random).writeTo(left);
                try (SqlCaseStore again = SqlCaseStore.open(left)) {
                    Optional<StoredCase> found = again.find(FIRST.id());
                    assertTrue(found.orElseThrow().version() >= acknowledged, "cut " + cut);
                    assertEquals(List.of(), again.verify().problems());
                    assertEquals(Optional.empty(), again.readOnlyBecause());
                    again.append(FIRST.withIndication("goes on"), found.get().version(),
                            new Edit("Edit", "", Instant.EPOCH));
                }
            }
        }
    }

    /** What a cut leaves while the log goes into the database: any of its pages new, the others old, the log whole. */
    private static Disk halfWritten(Disk before, byte[] after, Random random) {
        byte[] mixed = Arrays.copyOf(after, Math.max(after.length, before.database().length));
        for (int page = 0; page < mixed.length / PAGE; page++) {
            boolean old = random.nextBoolean();
            if (old && (page + 1) * PAGE <= before.database().length) {
                System.arraycopy(before.database(), page * PAGE, mixed, page * PAGE, PAGE);
            } else if (old) {
                // A page the file did not have yet, of which nothing was written.
                Arrays.fill(mixed, page * PAGE, (page + 1) * PAGE, (byte) 0);
            }
        }
        return new Disk(mixed, before.log());
    }

    @Test
    void every_edit_is_there_when_the_power_goes_while_the_log_is_put_into_the_database()
            throws StoreException, IOException, SQLException {
        Random random = new Random(12);
        Path folder = directory.resolve("store");
        try (SqlCaseStore store = SqlCaseStore.open(folder)) {
            long version = 0;
            for (int cut = 0; cut < Math.max(1, CUTS / 4); cut++) {
                for (int i = 0; i < 5; i++) {
                    version = store.append(FIRST.withIndication("x".repeat(random.nextInt(30_000))), version,
                            new Edit("Edit", "", Instant.EPOCH));
                }
                Disk before = Disk.of(folder);
                try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("foramen.db"));
                        Statement s = raw.createStatement()) {
                    s.execute("PRAGMA wal_checkpoint(FULL)");
                }
                Path left = directory.resolve("half" + cut);
                halfWritten(before, Disk.of(folder).database(), random).writeTo(left);
                try (SqlCaseStore again = SqlCaseStore.open(left)) {
                    assertEquals(version, again.find(FIRST.id()).orElseThrow().version(), "cut " + cut);
                    assertEquals(List.of(), again.verify().problems());
                }
            }
        }
    }
}
