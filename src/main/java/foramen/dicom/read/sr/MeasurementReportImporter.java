package foramen.dicom.read.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.io.ByteSource;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.FileByteSource;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.io.NotDicomException;
import foramen.dicom.read.IdentityReader;
import foramen.dicom.sr.Codes;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeReader;
import foramen.dicom.sr.SrTag;
import foramen.dicom.sr.exact.CaseRecord;
import foramen.dicom.sr.exact.Malformed;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.ClipLocation;
import foramen.domain.delivery.CaseImporter;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.patient.Patient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads structured reports as cases: Foramen's own, and measurement reports after TID 1500 of other makers. */
public final class MeasurementReportImporter implements CaseImporter {
    /** Enhanced, Comprehensive, Comprehensive 3D and Extensible SR; others hold no coordinates. */
    private static final Set<String> SOP_CLASSES = Set.of("1.2.840.10008.5.1.4.1.1.88.22",
            "1.2.840.10008.5.1.4.1.1.88.33", "1.2.840.10008.5.1.4.1.1.88.34", "1.2.840.10008.5.1.4.1.1.88.35");
    private static final String ANY_SR = "1.2.840.10008.5.1.4.1.1.88.";
    private static final String KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59";

    private final StructureCatalog structures;

    /** Reads with the codes of {@code structures}. */
    public MeasurementReportImporter(StructureCatalog structures) {
        this.structures = structures;
    }

    @Override
    public Optional<ImportedCase> read(Path file) throws ImportException {
        String name = ClipLocation.of(file).name();
        try (ByteSource source = new FileByteSource(file); DicomFile dicom = new DicomReader().read(source)) {
            return of(dicom, name);
        } catch (NotDicomException e) {
            // Another importer may know it.
            return Optional.empty();
        } catch (ImportException e) {
            throw e;
        } catch (DicomException e) {
            throw new ImportException(name + " cannot be imported: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ImportException(name + " cannot be read; is the file there, and may you read it?", e);
        }
    }

    /**
     * Reads a report in memory.
     *
     * @param name what to call it in a sentence
     * @throws ImportException where it is no report, or cannot be imported
     */
    public ImportedCase read(byte[] report, String name) throws ImportException {
        try (DicomFile dicom = new DicomReader().read(new MemoryByteSource(report))) {
            return of(dicom, name).orElseThrow(() -> new ImportException(name + " is no structured report."));
        } catch (ImportException e) {
            throw e;
        } catch (IOException e) {
            throw new ImportException(name + " cannot be imported: " + e.getMessage() + ".", e);
        }
    }

    private Optional<ImportedCase> of(DicomFile file, String name) throws ImportException {
        DataSet data = file.data();
        String sopClass = data.text(Tag.SOP_CLASS_UID);
        if (!sopClass.startsWith(ANY_SR) || sopClass.equals(KEY_OBJECT_SELECTION)) {
            return Optional.empty();
        }
        if (!SOP_CLASSES.contains(sopClass)) {
            throw new ImportException(name + " is a structured report of a kind that holds no outlines; Foramen imports"
                    + " Comprehensive SR with measurements (TID 1500).");
        }
        ContentItem root = ContentTreeReader.read(data);
        Patient patient = IdentityReader.patient(data);
        Optional<ContentItem> record = root.child(CaseRecord.KIND);
        if (record.isEmpty() && isOurs(data, root)) {
            throw new ImportException(
                    name + " is a report of Foramen of which a part is missing; copy it again from its"
                            + " source.");
        }
        List<String> remarks = new ArrayList<>(file.warnings());
        if (record.isEmpty()) {
            return Optional.of(new ForeignReport(structures, data, root, name).read(patient, remarks));
        }
        if (!file.warnings().isEmpty()) {
            // What Foramen wrote has no defects; a case of which a part may be missing must not pass for the whole.
            throw new ImportException(name + " is damaged (" + file.warnings().getFirst()
                    + ") and was not imported; copy it again from its source.");
        }
        try {
            return Optional.of(new ImportedCase(new OwnReport(root, record.get(), patient).read(), name,
                    data.text(Tag.SOP_INSTANCE_UID), data.text(Tag.STUDY_INSTANCE_UID), true, List.of()));
        } catch (Malformed | IllegalArgumentException e) {
            throw new ImportException(name + " was not imported, because its record " + sentence(e) + ".", e);
        }
    }

    /** Whether Foramen wrote it: what is left of its own report must not pass for the report of another maker. */
    private static boolean isOurs(DataSet data, ContentItem root) {
        return data.items(SrTag.CODING_SCHEME_IDENTIFICATION).stream()
                .anyMatch(i -> i.text(Tag.CODING_SCHEME).equals(Codes.OWN_SCHEME))
                || root.all().anyMatch(i -> i.name().filter(n -> n.scheme().equals(Codes.OWN_SCHEME)).isPresent());
    }

    private static String sentence(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return e instanceof Malformed ? message : "cannot be: " + message;
    }
}
