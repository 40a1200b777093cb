package foramen.dicom.write;

import foramen.dicom.data.Uid;
import foramen.domain.delivery.Companion;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The DICOM objects that were written in the same export before: their names follow from case, clip and moment. */
public final class Companions {
    private Companions() {}

    /**
     * An object beside this one, in the same study.
     *
     * @param kind which kind
     * @param sopClassUid what it is
     * @param sopInstanceUid which one
     * @param seriesUid the series it is in
     * @param isImage whether it has pixels
     */
    public record Beside(ExportKind kind, String sopClassUid, String sopInstanceUid, String seriesUid,
            boolean isImage) {}

    /**
     * The DICOM objects beside that of {@code subject}.
     *
     * @param greyscale whether the clip is grey, which decides the class of its presentation state
     */
    public static List<Beside> of(ExportSubject subject, boolean greyscale) {
        DerivedUids uids = DerivedUids.of(subject);
        List<Beside> all = new ArrayList<>();
        for (Companion c : subject.companions()) {
            sopClass(c.kind(), greyscale).ifPresent(sopClass -> all.add(new Beside(c.kind(), sopClass,
                    uids.instance(c.kind(), c.frameIndex()), uids.series(c.kind()),
                    c.kind() == ExportKind.SECONDARY_CAPTURE || c.kind() == ExportKind.SEGMENTATION)));
        }
        return all;
    }

    private static Optional<String> sopClass(ExportKind kind, boolean greyscale) {
        return switch (kind) {
            case PRESENTATION_STATE -> Optional.of(greyscale
                    ? Uid.GRAYSCALE_PRESENTATION_STATE
                    : Uid.COLOR_PRESENTATION_STATE);
            case SECONDARY_CAPTURE -> Optional.of(Uid.SECONDARY_CAPTURE);
            case SEGMENTATION -> Optional.of(Uid.SEGMENTATION);
            case ENCAPSULATED_PDF -> Optional.of(Uid.ENCAPSULATED_PDF);
            default -> Optional.empty();
        };
    }
}
