package foramen.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The clinic's own folder of templates, of which each file goes before the one that ships with Foramen. Nothing outside
 * the folder is ever read for a template, neither by a path nor through a link.
 */
public final class TemplateFolder {
    /** The page. */
    static final String HTML = "report.html";
    /** How it looks. */
    static final String CSS = "report.css";
    /** Whose it is. */
    static final String CLINIC = "clinic.properties";

    private static final Set<String> KEYS = Set.of("name", "address", "language", "logo", "logo.alternative");
    private static final long LARGEST_PICTURE = 8L << 20;

    private final Path folder;

    /** @param folder the clinic's own folder; need not be there */
    public TemplateFolder(Path folder) {
        this.folder = folder;
    }

    /** The names of the files that can be changed, as shipped. */
    public static List<String> files() {
        return List.of(HTML, CSS, CLINIC);
    }

    /** The shipped text of one of {@link #files}. */
    public static String shipped(String name) {
        String path = "/foramen/report/document/" + name;
        try (InputStream in = Objects.requireNonNull(TemplateFolder.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + path + " cannot be read from the installation", e);
        }
    }

    /** The clinic's own text of a file; empty where it has none. A file that cannot be read adds to {@code complaints}. */
    Optional<String> own(String name, List<String> complaints) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            complaints.add("The template " + name + " is not text in UTF-8; the one that ships with Foramen is used.");
        } catch (IOException e) {
            complaints.add("The template " + name + " cannot be read; the one that ships with Foramen is used.");
        }
        return Optional.empty();
    }

    /** The clinic; what of it cannot be used adds to {@code complaints}. */
    Clinic clinic(List<String> complaints) {
        Optional<String> text = own(CLINIC, complaints);
        if (text.isEmpty()) {
            return Clinic.NONE;
        }
        Properties p = new Properties();
        try {
            p.load(new StringReader(text.get()));
        } catch (IOException | IllegalArgumentException e) {
            complaints.add("The file " + CLINIC + " is damaged (" + e.getMessage() + "), so no clinic is named.");
            return Clinic.NONE;
        }
        p.stringPropertyNames().stream().filter(k -> !KEYS.contains(k)).sorted().forEach(k -> complaints
                .add("The file " + CLINIC + " has the unknown entry “" + k + "”, which is passed over."));
        List<String> address = Arrays.stream(value(p, "address").split("\\|")).map(String::strip)
                .filter(l -> !l.isEmpty()).toList();
        return new Clinic(value(p, "name"), address, language(value(p, "language"), complaints),
                Optional.of(value(p, "logo")).filter(l -> !l.isEmpty()), value(p, "logo.alternative"));
    }

    private static String value(Properties p, String key) {
        return p.getProperty(key, "").strip();
    }

    private static Optional<Locale> language(String tag, List<String> complaints) {
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        Optional<Locale> known = DocumentWords.LANGUAGES.stream()
                .filter(l -> l.getLanguage().equals(Locale.forLanguageTag(tag).getLanguage())).findFirst();
        if (known.isEmpty()) {
            complaints.add("The file " + CLINIC + " asks for the language “" + tag
                    + "”, which Foramen does not write; write en or de.");
        }
        return known;
    }

    /** A picture that lies in the folder itself; empty where there is none such. */
    Optional<byte[]> picture(String name, List<String> complaints) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(folder.toRealPath())) {
                complaints.add("The picture “" + name + "” is not in the folder of templates, so it is left out.");
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_PICTURE) {
                complaints.add("The picture “" + name + "” is larger than 8 MB, so it is left out.");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException | InvalidPathException e) {
            complaints.add("The picture “" + name + "” cannot be read, so it is left out.");
            return Optional.empty();
        }
    }

    /** A list to collect complaints in. */
    static List<String> noComplaints() {
        return new ArrayList<>();
    }
}
