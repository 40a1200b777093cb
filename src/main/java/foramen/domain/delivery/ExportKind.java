package foramen.domain.delivery;

/** The documents a case can be exported as. */
public enum ExportKind {
    CLEAN_IMAGE("Image, clean", "clean", "png"), ANNOTATED_IMAGE("Image, annotated", "annotated",
            "png"), PLAN_PDF("One-page plan", "plan", "pdf"), PRESENTATION_STATE("DICOM presentation state",
                    "presentation",
                    "dcm"), SECONDARY_CAPTURE("DICOM image, annotated", "capture", "dcm"), SEGMENTATION(
                            "DICOM segmentation", "segmentation",
                            "dcm"), ENCAPSULATED_PDF("DICOM one-page plan", "plan-pdf", "dcm"), STRUCTURED_REPORT(
                                    "DICOM structured report", "report", "dcm");

    private final String label;
    private final String nameSuffix;
    private final String extension;

    ExportKind(String label, String nameSuffix, String extension) {
        this.label = label;
        this.nameSuffix = nameSuffix;
        this.extension = extension;
    }

    /** The document in words, first letter upper case. */
    public String label() {
        return label;
    }

    /** What tells its file name from the others'. */
    public String nameSuffix() {
        return nameSuffix;
    }

    /** The file name's ending, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether it is a DICOM object, made for an archive and its viewers: written only where it is asked for. */
    public boolean isForArchive() {
        return extension.equals("dcm");
    }
}
