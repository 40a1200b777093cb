package foramen.report;

import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.Frame;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.NotApplicableException;
import foramen.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the pictures that document a procedure: as a ZIP archive of annotated and clean pairs with a contact sheet and a
 * list of what is missing, or the contact sheet alone.
 */
public final class ImageSetExporter implements Exporter {
    private final ExportKind kind;
    private final SetPictures pictures;
    private final ClipReader clips;
    private final Typefaces typefaces;

    /**
     * @param kind {@link ExportKind#IMAGE_SET} or {@link ExportKind#CONTACT_SHEET}
     * @param pictures makes the pictures
     * @param clips opens the other clips of the case
     * @param typefaces for texts of the contact sheet
     */
    public ImageSetExporter(ExportKind kind, SetPictures pictures, ClipReader clips, Typefaces typefaces) {
        this.kind = kind;
        this.pictures = pictures;
        this.clips = clips;
        this.typefaces = typefaces;
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        if (subject.casefile().images().isEmpty()) {
            throw new NotApplicableException("No picture of the image set is marked yet; mark frames for it first.");
        }
        List<SetPictures.Marked> set = new ArrayList<>();
        try (ClipsAtHand atHand = new ClipsAtHand(subject, clips)) {
            for (ImageRole role : ImageRole.values()) {
                progress.report((role.number() - 1.0) / ImageRole.values().length / 2, role.label());
                set.add(pictures.of(role, subject, atHand, progress));
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (kind == ExportKind.CONTACT_SHEET) {
            sheet(subject, set, whole);
        } else {
            archive(subject, set, whole, progress);
        }
        progress.checkCancelled();
        try {
            whole.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new IOException("The image set could not be written: " + e.getMessage(), e);
        }
        progress.report(1, "Image set written");
    }

    private void sheet(ExportSubject subject, List<SetPictures.Marked> set, OutputStream out) throws IOException {
        String title = "Image set, case " + subject.casefile().id().shortName() + ", "
                + SetPictures.count(subject.casefile().images()) + " marked";
        PictureFormat.PNG.write(new ContactSheet(typefaces).paint(title, set), MadeBy.words(subject), out);
    }

    private void archive(ExportSubject subject, List<SetPictures.Marked> set, OutputStream out, Progress progress)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (SetPictures.Marked m : set) {
            if (m.pair().isPresent()) {
                progress.checkCancelled();
                progress.report(0.5 + (m.role().number() - 1.0) / ImageRole.values().length / 2, m.role().label());
                String stem = m.role().number() + "-" + m.role().id();
                entry(zip, stem + "-annotated.png", subject, png(m.pair().get().annotated(), subject));
                entry(zip, stem + "-clean.png", subject, png(m.pair().get().clean(), subject));
            }
        }
        ByteArrayOutputStream contact = new ByteArrayOutputStream();
        sheet(subject, set, contact);
        entry(zip, "contact-sheet.png", subject, contact.toByteArray());
        entry(zip, "contents.txt", subject, contents(set).getBytes(StandardCharsets.UTF_8));
        zip.setComment(MadeBy.words(subject));
        zip.finish();
    }

    private static byte[] png(Frame frame, ExportSubject subject) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngImages.write(frame, MadeBy.words(subject), png);
        return png.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, ExportSubject subject, byte[] content)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(subject.at()));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** One line for each picture of the set, the missing ones with their reason. */
    private static String contents(List<SetPictures.Marked> set) {
        return set.stream().map(m -> m.role().number() + " " + m.role().label() + ": "
                + m.frame().filter(f -> m.pair().isPresent()).map(f -> "frame " + f.number())
                        .orElse("missing. " + m.why()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
