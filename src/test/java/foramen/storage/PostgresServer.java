package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL server in a temporary folder, on a free port of this machine alone; started by the first test that
 * asks, stopped when the last has ended.
 */
final class PostgresServer implements AutoCloseable {
    private static final Path BINARIES = Path.of("/usr/lib/postgresql");
    private static final String USER = "foramen";
    private static final String TEMPLATE = "foramen_tables";
    private static final int PAGE = 8192;
    private static final int PORTS_TRIED = 3;
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Path folder;
    private final Path binaries;
    private final int port;
    private boolean hasTemplate;

    private PostgresServer(Path folder, Path binaries, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
    }

    /** The server of this test run; skips the test where PostgreSQL is not installed. */
    static PostgresServer of(ExtensionContext context) {
        Optional<Path> binaries = binaries();
        Assumptions.assumeTrue(binaries.isPresent(),
                "PostgreSQL is not installed (apt-get install postgresql): nothing in " + BINARIES);
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(PostgresServer.class,
                key -> start(binaries.orElseThrow(), false), PostgresServer.class);
    }

    /** A server that writes to the disk before it acknowledges, as a clinic's does; the caller closes it. */
    static PostgresServer forMeasuring() {
        return start(binaries().orElseThrow(), true);
    }

    private static Optional<Path> binaries() {
        if (!Files.isDirectory(BINARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(BINARIES)) {
            return versions.map(v -> v.resolve("bin")).filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path binaries, boolean durable) {
        try {
            // Where the server's own user may go, which a folder of root's is not.
            Path folder = Files.createTempDirectory(Path.of("/tmp"), "foramen-pg");
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            PostgresServer maker = new PostgresServer(folder, binaries, 0);
            maker.asServer("initdb", "-D", folder + "/data", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync",
                    "--locale=C.UTF-8");
            return listening(folder, binaries, durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a port that was free a moment ago; where somebody was faster, on another. */
    private static PostgresServer listening(Path folder, Path binaries, boolean durable) throws IOException {
        IOException taken = new IOException("No port is free");
        for (int i = 0; i < PORTS_TRIED; i++) {
            int port;
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            PostgresServer server = new PostgresServer(folder, binaries, port);
            try {
                // What a power cut leaves is PostgreSQL's own affair; tests ask only for its answers.
                server.asServer("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
                        "-p " + port
                                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
                                + (durable ? "-c shared_buffers=512MB" : "-c shared_buffers=64MB -c fsync=off"),
                        "start");
                return server;
            } catch (IOException e) {
                taken = e;
            }
        }
        throw taken;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void asServer(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("foramen-pg", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    /** A database that has a fresh store's tables, copied from the one that was made first: quicker than making them. */
    StorePlace.Server database() throws SQLException {
        if (!hasTemplate) {
            StorePlace.Server template = bare(TEMPLATE, "template0");
            try (Connection c = template.database().open().connection()) {
                hasTemplate = c.isValid(1);
            } catch (StoreException e) {
                throw new SQLException(e);
            }
        }
        return bare("store" + NAMES.incrementAndGet(), TEMPLATE);
    }

    /** A database with nothing in it. */
    StorePlace.Server empty() throws SQLException {
        return bare("store" + NAMES.incrementAndGet(), "template0");
    }

    /** A copy of {@code store}, to which nobody may be connected, with the first page of a table overwritten. */
    StorePlace.Server damaged(StorePlace.Server store, String table) throws SQLException, IOException {
        String file;
        try (Connection c = raw(store);
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT pg_relation_filenode('" + table + "')")) {
            row.next();
            file = row.getString(1);
        }
        // The server keeps pages that it has read; of a copy that was made from the files it has read none.
        String copy = "store" + NAMES.incrementAndGet();
        StorePlace.Server place = bare(copy, store.url().substring(store.url().lastIndexOf('/') + 1));
        try (Connection c = DriverManager.getConnection(url("postgres"), USER, "");
                Statement s = c.createStatement();
                ResultSet row = s.executeQuery("SELECT oid FROM pg_database WHERE datname = '" + copy + "'")) {
            row.next();
            Path pages = folder.resolve("data").resolve("base").resolve(row.getString(1)).resolve(file);
            try (FileChannel channel = FileChannel.open(pages, StandardOpenOption.WRITE)) {
                byte[] page = new byte[PAGE];
                Arrays.fill(page, (byte) 0xEE);
                channel.write(ByteBuffer.wrap(page), 0);
            }
        }
        return place;
    }

    private StorePlace.Server bare(String name, String template) throws SQLException {
        try (Connection c = DriverManager.getConnection(url("postgres"), USER, ""); Statement s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        }
        return new StorePlace.Server(url(name), Optional.of(USER), Optional.empty());
    }

    static Connection raw(StorePlace.Server place) throws SQLException {
        return DriverManager.getConnection(place.url(), USER, "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        asServer("pg_ctl", "-D", folder + "/data", "-w", "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
