package foramen.workspace.export;

import foramen.domain.clip.ClipInfo;
import foramen.domain.delivery.Companion;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;

/** What an export would call its files. */
public final class ExportPreview {
    private ExportPreview() {}

    /** The name of one document, ending included; one that is there already makes it get a number. */
    public static String fileName(ExportSubject subject, ExportKind kind, FileNaming naming) {
        return FileNames.stem(subject, kind, naming) + "." + kind.extension();
    }

    /** The name of the first file of one kind. */
    public static String firstName(Bundle bundle, ExportKind kind) {
        int frame = kind.isPerFrame() ? bundle.frames().getFirst() : bundle.subject().frameIndex();
        return bundle.fileName(new Companion(kind, frame));
    }

    /** How many files one kind makes. */
    public static int files(Bundle bundle, ExportKind kind) {
        return kind.isPerFrame() ? bundle.frames().size() : 1;
    }

    /** About how many bytes the files of one kind take; nought where that shows only when they are written. */
    public static long bytes(Bundle bundle, ExportKind kind) {
        ClipInfo info = bundle.subject().clip().info();
        long picture = (long) info.columns() * info.rows();
        return switch (kind) {
            // Not compressed: as large as the pixels.
            case IMAGEJ_STACK -> picture * info.frames() * (info.photometric().startsWith("MONOCHROME") ? 1 : 3);
            default -> 0;
        };
    }
}
