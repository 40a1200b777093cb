package foramen.dicom.deident;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The remembered masks, in one small JSON file that may be edited by hand. */
public final class ScannerMasks {
    /** The name of the file in the folder of records. */
    public static final String FILE = "deident-masks.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    private final Path file;
    private final List<ScannerMask> masks;

    private ScannerMasks(Path file, List<ScannerMask> masks) {
        this.file = file;
        this.masks = new ArrayList<>(masks);
    }

    /**
     * Those of {@code file}, none where it is not there.
     *
     * @throws DeidentException when it cannot be understood: a mask that is silently left out would let text through
     */
    public static ScannerMasks open(Path file) throws IOException, DeidentException {
        if (!Files.exists(file)) {
            return new ScannerMasks(file, List.of());
        }
        try {
            return new ScannerMasks(file,
                    List.of(MAPPER.readValue(Files.readString(file), ScannerMask[].class)));
        } catch (JacksonException | NullPointerException e) {
            throw new DeidentException(DeidentException.Kind.FAILED, "the masks of scanners in " + file
                    + " cannot be understood; mend the file or move it away", e);
        }
    }

    /** The mask for the screens that {@code scanner} names. */
    synchronized Optional<ScannerMask> find(ScannerMask scanner) {
        return scanner.isNamed() ? masks.stream().filter(m -> m.isForSame(scanner)).findFirst() : Optional.empty();
    }

    /** Keeps {@code mask} in place of an earlier one for the same screens; false where the scanner has no name. */
    public synchronized boolean remember(ScannerMask mask) throws IOException {
        if (!mask.isNamed()) {
            return false;
        }
        masks.removeIf(m -> m.isForSame(mask));
        masks.add(mask);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " lies in no folder");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".foramen-", ".part");
        try {
            Files.writeString(temporary, MAPPER.writeValueAsString(masks));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }
}
