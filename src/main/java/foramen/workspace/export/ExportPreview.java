package foramen.workspace.export;

import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;

/** What an export would call its files. */
public final class ExportPreview {
    private ExportPreview() {}

    /** The name of one document, ending included; one that is there already makes it get a number. */
    public static String fileName(ExportSubject subject, ExportKind kind, FileNaming naming) {
        return FileNames.stem(subject, kind, naming) + "." + kind.extension();
    }
}
