package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a store lies: in a folder of this machine, or on a PostgreSQL server that several machines share. */
public sealed interface StorePlace {
    /** How long a write waits for another program's; engineering default. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * In the file {@code foramen.db} of a folder.
     *
     * @param directory the folder
     * @param patience how long a write waits for another program's
     */
    record Folder(Path directory, Duration patience) implements StorePlace {
        /** The file itself. */
        public Path file() {
            return directory.resolve("foramen.db");
        }

        @Override
        public String name() {
            return file().toString();
        }

        @Override
        public Database database() {
            return new SqliteDatabase(file(), patience);
        }
    }

    /**
     * In a database of a PostgreSQL server.
     *
     * @param url as pgjdbc has it, {@code jdbc:postgresql://host:port/database?options}
     * @param user empty where the URL or the driver's own defaults say
     * @param password empty where the URL, or the driver's password file, says
     */
    record Server(String url, Optional<String> user, Optional<String> password) implements StorePlace {
        @Override
        public Database database() {
            return new PostgresDatabase(this);
        }

        @Override
        public String name() {
            return toString();
        }

        /** Without what may be secret. */
        @Override
        public String toString() {
            int options = url.indexOf('?');
            return options < 0 ? url : url.substring(0, options);
        }
    }

    /** What opens it. */
    Database database();

    /** What to call it in a sentence, without secrets. */
    String name();

    /** The store in {@code directory}. */
    static StorePlace folder(Path directory) {
        return new Folder(directory, PATIENCE);
    }

    /**
     * Where the environment says: on the server of {@code FORAMEN_DB}, signing in by {@code PGUSER} and
     * {@code PGPASSWORD} where these are set, else in {@code directory}.
     *
     * @throws StoreException where {@code FORAMEN_DB} is no URL of a PostgreSQL database
     */
    static StorePlace of(Path directory, Map<String, String> environment) throws StoreException {
        String url = environment.getOrDefault("FORAMEN_DB", "").strip();
        if (url.isEmpty()) {
            return folder(directory);
        }
        if (!url.startsWith(PostgresDatabase.PREFIX)) {
            throw new StoreException("FORAMEN_DB does not name a PostgreSQL database. Write it as"
                    + " jdbc:postgresql://server/database, or leave it out to keep records in a folder.");
        }
        return new Server(url, filled(environment.get("PGUSER")), filled(environment.get("PGPASSWORD")));
    }

    private static Optional<String> filled(@Nullable String value) {
        return Optional.ofNullable(value).filter(v -> !v.isEmpty());
    }
}
