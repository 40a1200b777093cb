package foramen.phantom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A tab-separated table that ships with the phantom: a heading, then rows with as many fields. */
final class PhantomTable {
    private PhantomTable() {}

    /** The rows of {@code resource}, each with {@code fields} fields, without the heading. */
    static List<String[]> rows(String resource, int fields) {
        InputStream in = PhantomTable.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The phantom's table " + resource + " is missing from the installation");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(l -> !l.isEmpty()).map(l -> split(resource, l, fields)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The phantom's table " + resource + " cannot be read", e);
        }
    }

    private static String[] split(String resource, String line, int fields) {
        String[] f = line.split("\t", -1);
        if (f.length != fields) {
            throw new IllegalStateException(resource + ": " + fields + " fields expected in the row: " + line);
        }
        return f;
    }

    /** Numbers set apart by commas. */
    static double[] numbers(String text) {
        return Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
