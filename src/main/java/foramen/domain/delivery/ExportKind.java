package foramen.domain.delivery;

/** The documents a case can be exported as. */
public enum ExportKind {
    /** The frame as it is. */
    CLEAN_IMAGE(Group.IMAGES, "Image, clean", "clean", "png"),
    /** The frame with what is drawn on it. */
    ANNOTATED_IMAGE(Group.IMAGES, "Image, annotated", "annotated", "png"),
    /** The frame as it is, smaller and not exact. */
    CLEAN_JPEG(Group.IMAGES, "JPEG, clean", "clean", "jpg"),
    /** The frame with what is drawn on it, smaller and not exact. */
    ANNOTATED_JPEG(Group.IMAGES, "JPEG, annotated", "annotated", "jpg"),
    /** The frame as it is. */
    CLEAN_TIFF(Group.IMAGES, "TIFF, clean", "clean", "tif"),
    /** The frame with what is drawn on it. */
    ANNOTATED_TIFF(Group.IMAGES, "TIFF, annotated", "annotated", "tif"),
    /** The clip with what is drawn on it, at its own rate. */
    FILM(Group.CLIPS, "Film, annotated", "film", "mp4"),
    /** The clip with what is drawn on it, for slides and pages. */
    FILM_GIF(Group.CLIPS, "Film for web pages", "film", "gif"),
    /** The plan for the wall of the procedure room. */
    PLAN_PDF(Group.DOCUMENTS, "Plan as PDF", "plan", "pdf"),
    /** The whole case in words, tables and pictures. */
    REPORT_PDF(Group.DOCUMENTS, "Report", "report", "pdf"),
    /** The pictures that document the procedure, clean and annotated, with a contact sheet. */
    IMAGE_SET(Group.IMAGES, "Image set", "images", "zip"),
    /** The image set on one picture. */
    CONTACT_SHEET(Group.IMAGES, "Contact sheet of the image set", "contact-sheet", "png"),
    /** The frame as it is, with its size in print at 300 dots an inch. */
    CLEAN_PRINT(Group.IMAGES, "Image for print, clean", "clean-print", "tif"),
    /** The frame with what is drawn on it, with its size in print at 300 dots an inch. */
    ANNOTATED_PRINT(Group.IMAGES, "Image for print, annotated", "annotated-print", "tif"),
    /** All values of the case as tables for a spreadsheet, with their dictionary. */
    TABLES_CSV(Group.TABLES, "Tables for spreadsheets", "tables", "zip"),
    /** All values of the case for programs, with their dictionary. */
    TABLES_JSON(Group.TABLES, "Tables for programs", "tables", "json"),
    /** The drawings over the source image, for viewers of DICOM. */
    PRESENTATION_STATE(Group.DICOM, "DICOM presentation state", "presentation", "dcm"),
    /** The annotated picture as a DICOM image. */
    SECONDARY_CAPTURE(Group.DICOM, "DICOM image, annotated", "capture", "dcm"),
    /** The outlines as masks. */
    SEGMENTATION(Group.DICOM, "DICOM segmentation", "segmentation", "dcm"),
    /** The plan inside a DICOM object. */
    ENCAPSULATED_PDF(Group.DICOM, "DICOM plan", "plan-pdf", "dcm"),
    /** The whole case, measured, planned and given. */
    STRUCTURED_REPORT(Group.DICOM, "DICOM structured report", "report", "dcm"),
    /** The outlines for ImageJ and Fiji. */
    IMAGEJ_ROIS(Group.IMAGEJ, "ImageJ outlines", "RoiSet", "zip"),
    /** The clip with its scale for ImageJ and Fiji. */
    IMAGEJ_STACK(Group.IMAGEJ, "ImageJ stack, calibrated", "stack", "tif");

    /** What sort of document it is, for lists. */
    public enum Group {
        IMAGES("Images"), CLIPS("Clips"), DOCUMENTS("Documents"), TABLES("Tables"), DICOM("DICOM"), IMAGEJ("ImageJ");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** The group in words, first letter upper case. */
        public String label() {
            return label;
        }
    }

    private final Group group;
    private final String label;
    private final String nameSuffix;
    private final String extension;

    ExportKind(Group group, String label, String nameSuffix, String extension) {
        this.group = group;
        this.label = label;
        this.nameSuffix = nameSuffix;
        this.extension = extension;
    }

    /** What sort of document it is. */
    public Group group() {
        return group;
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

    /** Whether it shows one frame, so that several frames make several files; else it is about the whole case. */
    public boolean isPerFrame() {
        return (group == Group.IMAGES && this != IMAGE_SET && this != CONTACT_SHEET) || this == SECONDARY_CAPTURE;
    }

    /** Whether most want it: chosen unless the operator says otherwise. */
    public boolean isUsual() {
        return this == CLEAN_IMAGE || this == ANNOTATED_IMAGE || this == PLAN_PDF;
    }
}
