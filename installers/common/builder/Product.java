import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What {@code package.properties} says, with the version of the build.
 *
 * @param values the properties
 * @param version such as {@code 0.1.0}, three numbers
 */
record Product(Properties values, String version) {
    /** Reads the properties; the version is that of the jar {@code foramen-VERSION.jar}, without what follows its numbers. */
    static Product read(Path properties, String jarVersion) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(properties)) {
            values.load(in);
        }
        String version = jarVersion.replaceFirst("-.*", "");
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IOException("The version " + jarVersion + " is no three numbers, as every installer wants it.");
        }
        return new Product(values, version);
    }

    /** The value of {@code key}, which must be there. */
    String get(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("package.properties lacks " + key);
        }
        return value;
    }

    /** The items of a value, parted by {@code separator}. */
    List<String> list(String key, String separator) {
        return Arrays.stream(get(key).split(separator)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
