package foramen.app.composition;

import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.safety.SafetyBook;
import foramen.domain.session.DoseBook;
import foramen.domain.session.ProtocolCatalog;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the data files for doses: a clinic's own copy in the folder of records goes first. One that cannot be used leaves
 * a complaint, which keeps every session from being given until it is mended or overridden.
 */
final class DoseFiles {
    private static final String ADVICE = "Correct it, or remove it to use the one that ships with Foramen";

    private final Path home;
    private final List<String> complaints = new ArrayList<>();

    private DoseFiles(Path home) {
        this.home = home;
    }

    /** The files in use. */
    static DoseBook inUse(Path home) {
        DoseFiles files = new DoseFiles(home);
        ProductCatalog products = files.find(ProductCatalog.FILE, ProductCatalog::read, ProductCatalog::standard);
        DoseLimits limits = files.find(DoseLimits.FILE, DoseLimits::read, DoseLimits::standard);
        AlertCatalog alerts = files.find(AlertCatalog.FILE, AlertCatalog::read, AlertCatalog::standard);
        SafetyBook safety = files.find(SafetyBook.FILE, SafetyBook::read, SafetyBook::standard);
        ProtocolCatalog protocols = files.find(ProtocolCatalog.FILE, ProtocolCatalog::read,
                ProtocolCatalog::standard);
        return new DoseBook(products, limits, alerts, safety, protocols, files.complaints);
    }

    private <T> T find(String file, DataFile.Read<T> read, Supplier<T> shipped) {
        Path own = home.resolve(file);
        if (!Files.exists(own)) {
            return shipped.get();
        }
        try {
            return DataFile.read(Files.readString(own), own.toString(), ADVICE, read);
        } catch (DataFileException e) {
            complaints.add(e.getMessage() + " Until then the figures that ship with Foramen are shown.");
        } catch (CharacterCodingException e) {
            complaints.add("The file " + own + " is not text in UTF-8. " + ADVICE + ".");
        } catch (IOException e) {
            complaints.add("The file " + own + " cannot be read (" + e.getMessage() + "). " + ADVICE + ".");
        }
        return shipped.get();
    }
}
