package foramen.media.catalog;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.FileSetReader;
import foramen.domain.clip.NotAClipException;
import foramen.testing.FakeClip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that stand for clips by their first letters, and archives of them. */
final class Places {
    static final String CLIP = "CLIP good";
    static final String BROKEN = "CLIP broken";
    static final String REPORT = "CLIP report";
    static final CatalogLimits SMALL = new CatalogLimits(8, 4, 300_000, 500_000, 10_000, 50);

    private Places() {}

    /** Reads files that start with CLIP. */
    static ClipFormat format() {
        return new ClipFormat() {
            @Override
            public Fit fit(byte[] head) {
                return new String(head, StandardCharsets.US_ASCII).startsWith("CLIP") ? Fit.YES : Fit.NO;
            }

            @Override
            public Clip open(Path file, String name) throws ClipException {
                String text = read(file);
                if (text.startsWith(BROKEN)) {
                    throw new ClipException(name + " is damaged (at byte 5).");
                }
                if (text.startsWith(REPORT)) {
                    throw new NotAClipException(name + " is a report.", "report");
                }
                return FakeClip.calibrated();
            }
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An index reader that recognises nothing. */
    static FileSetReader noIndex() {
        return new FileSetReader() {
            @Override
            public boolean recognises(byte[] head) {
                return false;
            }

            @Override
            public FileSet read(Path index) {
                throw new AssertionError("Nothing is an index here");
            }
        };
    }

    static AnyClipReader reader(Path spool, CatalogLimits limits) {
        return new AnyClipReader(List.of(format()), new SpoolFolder(spool), limits);
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Changes every place that reads {@code from}; both are of one length. */
    static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
