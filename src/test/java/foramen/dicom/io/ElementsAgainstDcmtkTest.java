package foramen.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The elements of every real file, held against DCMTK's view of them and of what is written of them. */
class ElementsAgainstDcmtkTest {
    private static final Pattern LINE = Pattern.compile("^( *)\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (\\S\\S) (.*)$",
            Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("# +(\\d+|u/l), *\\d+ [^#]*$");

    /**
     * One element: how deep it lies, its tag, its representation and its length.
     *
     * @param length -1 where it says nothing: sequences, pixel data in fragments
     */
    private record Line(int depth, String tag, String vr, long length, String value) {
        String head() {
            return "  ".repeat(depth) + tag + " " + vr + " " + length;
        }
    }

    private static List<Path> samples() throws IOException {
        Path folder = Path.of(System.getProperty("foramen.shared", "absent"), "samples");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the shared sample files are not here");
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(f -> Files.isExecutable(Path.of(f, "dcmdump"))), "dcmdump (DCMTK) is not installed");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("nondicom"))
                    .filter(f -> !f.toString().endsWith(".csv") && !f.toString().endsWith(".md")).sorted().toList();
        }
    }

    /** What dcmdump prints of each file that it reads without an error. */
    private static Map<Path, List<Line>> dump(List<Path> files, Path scratch) throws Exception {
        Path out = scratch.resolve("dump.txt");
        Path errors = scratch.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of("dcmdump", "-v", "-Un", "+F", "+uc"));
        files.forEach(f -> command.add(f.toString()));
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile()).start().waitFor();
        String said = Files.readString(errors, StandardCharsets.ISO_8859_1);
        String text = Files.readString(out, StandardCharsets.ISO_8859_1);
        Map<Path, List<Line>> dumps = new LinkedHashMap<>();
        for (String part : text.split("(?m)^# dcmdump \\(\\d+/\\d+\\): ")) {
            int end = part.indexOf('\n');
            Path file = end < 0 ? Path.of("") : Path.of(part.substring(0, end).strip());
            if (files.contains(file) && !said.contains("reading file: " + file + "\n")) {
                dumps.put(file, lines(part.substring(end)));
            }
        }
        return dumps;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n(?= *\\([0-9a-f]{4},[0-9a-f]{4}\\) )|\n(?=#|\n)")) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                continue;
            }
            int group = Integer.parseInt(m.group(2), 16);
            boolean skipped = group == 0 || group == 2 || group == 0xFFFE || m.group(3).equals("0000")
                    || m.group(4).equals("pi");
            Matcher length = LENGTH.matcher(line);
            if (!skipped && length.find()) {
                boolean holds = m.group(4).equals("SQ") || m.group(4).equals("ps") || length.group(1).equals("u/l");
                lines.add(new Line(m.group(1).length() / 4, m.group(2) + "," + m.group(3),
                        vr(Tag.of(group, Integer.parseInt(m.group(3), 16)), m.group(4)),
                        holds ? -1 : Long.parseLong(length.group(1)),
                        holds ? "" : m.group(5).substring(0, m.group(5).lastIndexOf('#')).strip()));
            }
        }
        return lines;
    }

    /**
     * DCMTK leaves open what an implicit file leaves open (its {@code xs}), prints what no standard names as {@code ??},
     * and gives UN of a known tag its true name, which Foramen does when a value is asked for; its dictionary knows
     * private tags, and it calls the offsets of a DICOMDIR {@code up}.
     */
    private static String vr(int tag, String vr) {
        String known = DataDictionary.standard().find(tag).map(DataDictionary.Entry::vr).orElse("");
        boolean open = known.contains(" or ") && (vr.equals("xs") || known.contains(vr));
        boolean unnamed = vr.equals("UN") && !known.isEmpty();
        boolean closed = open || unnamed || vr.equals("up");
        return closed ? known : vr.equals("??") || (Tag.group(tag) & 1) == 1 ? "UN" : vr;
    }

    private static List<Line> ours(DicomFile file) {
        List<Line> lines = new ArrayList<>();
        ours(file.data(), 0, lines);
        return lines;
    }

    private static void ours(DataSet data, int depth, List<Line> lines) {
        for (DataElement e : data.elements()) {
            String tag = "%04x,%04x".formatted(Tag.group(e.tag()), Tag.element(e.tag()));
            long length = switch (e) {
                case DataElement.Value v -> v.length() + (v.length() & 1);
                case DataElement.Bulk b -> b.length() + (b.length() & 1);
                case DataElement.Sequence s -> -1;
                case DataElement.Fragments f -> -1;
            };
            lines.add(new Line(depth, tag, vr(e.tag(), e.vr().name()), length, ""));
            data.items(e.tag()).forEach(i -> ours(i, depth + 1, lines));
        }
    }

    @Test
    void theElementsOfEveryFileAreThoseThatDcmtkSees(@TempDir Path scratch) throws Exception {
        List<Path> files = samples();
        List<String> wrong = new ArrayList<>();
        Map<Path, List<Line>> dumps = dump(files, scratch);
        for (Map.Entry<Path, List<Line>> dump : dumps.entrySet()) {
            try (DicomFile file = new DicomReader().read(dump.getKey())) {
                List<String> theirs = dump.getValue().stream().filter(l -> !l.tag.startsWith("7fe0") || l.depth > 0)
                        .map(Line::head).toList();
                difference(theirs, ours(file).stream().map(Line::head).toList())
                        .ifPresent(d -> wrong.add(dump.getKey() + ": " + d));
            } catch (DicomException e) {
                if (!String.valueOf(e.getMessage()).contains("deeper than 64")) {
                    wrong.add(dump.getKey() + ": " + e);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(dumps.size() > 200, dumps.size() + " files compared");
    }

    private static java.util.Optional<String> difference(List<String> theirs, List<String> ours) {
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String a = i < theirs.size() ? theirs.get(i) : "nothing";
            String b = i < ours.size() ? ours.get(i) : "nothing";
            if (!a.equals(b)) {
                return java.util.Optional.of("theirs " + a + ", ours " + b);
            }
        }
        return java.util.Optional.empty();
    }

    @Test
    void whatIsWrittenOfAFileIsToDcmtkWhatTheFileWas(@TempDir Path scratch) throws Exception {
        List<Path> files = samples();
        List<Path> written = new ArrayList<>();
        Map<Path, Path> sources = new LinkedHashMap<>();
        for (Path file : files) {
            Path copy = scratch.resolve(written.size() + ".dcm");
            try (DicomFile read = new DicomReader().read(file); OutputStream out = Files.newOutputStream(copy)) {
                new DicomWriter().rewrite(out, read);
                written.add(copy);
                sources.put(copy, file);
                sameAgain(file, read, copy);
            } catch (DicomException e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 10);
            }
        }
        Map<Path, List<Line>> before = dump(files, scratch);
        Map<Path, List<Line>> after = dump(written, scratch);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<Path, Path> pair : sources.entrySet()) {
            List<Line> was = before.get(pair.getValue());
            List<Line> is = after.get(pair.getKey());
            if (was != null) {
                compared++;
                difference(values(was), is == null ? List.of() : values(is))
                        .ifPresent(d -> wrong.add(pair.getValue() + ": " + d));
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared > 200, compared + " files compared");
    }

    private static List<String> values(List<Line> lines) {
        return lines.stream().map(l -> l.head() + " " + l.value).toList();
    }

    /** Every element reads back as it was, byte for byte, padding aside. */
    private static void sameAgain(Path file, DicomFile read, Path copy) throws IOException {
        try (DicomFile again = new DicomReader().read(copy)) {
            same(file.toString(), read.data(), again.data());
        }
    }

    private static void same(String where, DataSet a, DataSet b) {
        assertEquals(a.elements().stream().map(DataElement::tag).toList(),
                b.elements().stream().map(DataElement::tag).toList(), where);
        for (DataElement e : a.elements()) {
            String here = where + " " + Tag.format(e.tag());
            byte[] before = a.bytes(e.tag());
            byte[] after = b.bytes(e.tag());
            assertTrue(Arrays.equals(before, Arrays.copyOf(after, before.length)), here);
            assertEquals(a.items(e.tag()).size(), b.items(e.tag()).size(), here);
            for (int i = 0; i < a.items(e.tag()).size(); i++) {
                same(here, a.items(e.tag()).get(i), b.items(e.tag()).get(i));
            }
        }
    }
}
