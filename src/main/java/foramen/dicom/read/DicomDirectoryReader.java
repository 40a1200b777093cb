package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.domain.clip.ClipCatalog.Problem;
import foramen.domain.clip.ClipCatalog.Skipped;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.FileSetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a DICOMDIR (DICOM PS3.3 annex F). The records are taken in the order of the Directory Record Sequence, which is
 * that of the tree in every medium seen; what a clip says of patient and study comes from its own file, so a damaged
 * chain of offsets loses nothing.
 */
public final class DicomDirectoryReader implements FileSetReader {
    /** File meta information is not longer (engineering default). */
    private static final int META = 1024;
    /** Directory records of pictures, PS3.3 F.5. */
    private static final String IMAGE = "IMAGE";
    /** More records than that are no medium (engineering default). */
    private static final int MOST_RECORDS = 100_000;

    @Override
    public boolean recognises(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, META), StandardCharsets.ISO_8859_1);
        return DicomReader.isMarked(head) && start.contains(Uid.MEDIA_STORAGE_DIRECTORY);
    }

    @Override
    public FileSet read(Path index) throws ClipException {
        String name = ClipLocation.of(index).name();
        try (DicomFile file = new DicomReader().read(index)) {
            String kind = file.meta().text(Tag.MEDIA_SOP_CLASS_UID);
            if (!kind.equals(Uid.MEDIA_STORAGE_DIRECTORY) && !file.data().contains(Tag.DIRECTORY_RECORDS)) {
                throw new ClipException(name + " is no DICOMDIR.");
            }
            Path folder = index.toAbsolutePath().getParent();
            if (folder == null) {
                throw new ClipException(name + " lies in no folder, so the files it names cannot be found.");
            }
            return new Records(new ReferencedFile(folder), folder, file).fileSet();
        } catch (ClipException e) {
            throw e;
        } catch (DicomException e) {
            throw new ClipException(name + " is damaged: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; check that you may open it and its folder.", e);
        }
    }

    /** The records on their way to a file-set. */
    private static final class Records {
        private final ReferencedFile finder;
        private final Path folder;
        private final DicomFile file;
        private final List<Reference> images = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private String patient = "";

        Records(ReferencedFile finder, Path folder, DicomFile file) {
            this.finder = finder;
            this.folder = folder;
            this.file = file;
        }

        FileSet fileSet() throws IOException {
            warnings.addAll(file.warnings());
            List<DataSet> records = file.data().items(Tag.DIRECTORY_RECORDS);
            if (records.size() > MOST_RECORDS) {
                warnings.add("The DICOMDIR has " + records.size() + " records; only the first " + MOST_RECORDS
                        + " were read.");
            }
            for (DataSet record : records.subList(0, Math.min(records.size(), MOST_RECORDS))) {
                add(record);
            }
            return new FileSet(images, problems, skipped, warnings);
        }

        private void add(DataSet record) throws IOException {
            String type = record.text(Tag.RECORD_TYPE);
            if (type.equals("PATIENT")) {
                patient = IdentityReader.patient(record).label();
            }
            List<String> id = record.strings(Tag.REFERENCED_FILE_ID);
            // PS3.3 F.3.2.2: a record out of use is kept only for the media that cannot be written again.
            boolean inUse = record.integer(Tag.RECORD_IN_USE, 0xFFFF) != 0;
            if (id.isEmpty() || !inUse) {
                if (type.equals(IMAGE) && inUse) {
                    problems.add(new Problem("DICOMDIR", "An image of " + ClipLocation.printable(patient)
                            + " is listed without a file, so it cannot be opened."));
                }
                return;
            }
            String label = ClipLocation.printable(String.join("/", id));
            if (!type.equals(IMAGE)) {
                skipped.add(new Skipped(label, kind(type)));
                return;
            }
            Optional<List<String>> parts = ReferencedFile.parts(id);
            if (parts.isEmpty()) {
                problems.add(new Problem(label, "The DICOMDIR names " + label
                        + ", which is no plain name inside its folder; it was not looked for."));
                return;
            }
            Optional<Path> found = finder.find(parts.get());
            if (found.isPresent()) {
                images.add(new Reference(found.get(), label, record.text(Tag.REFERENCED_SOP_INSTANCE_IN_FILE)));
            } else {
                problems.add(new Problem(label, "The DICOMDIR names " + label + " (" + ClipLocation.printable(patient)
                        + "), which is not in " + folder + "; copy the whole medium."));
            }
        }

        private static String kind(String type) {
            String words = ClipLocation.printable(type).toLowerCase(Locale.ROOT);
            return words.isBlank() ? "unnamed record" : words + " record";
        }
    }
}
