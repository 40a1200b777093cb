package foramen.dicom.deident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.codec.TurboJpeg;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.io.PixelPayload;
import foramen.dicom.read.PresentationStateReader;
import foramen.dicom.read.SegmentationReader;
import foramen.dicom.write.ObjectFixtures;
import foramen.dicom.write.PixelEncoding;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Clip;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of presentation states and segmentations: no word of the source but those of the catalogue, all shapes. */
class DrawingsDeidentTest {
    private static final DeidentKey KEY = DeidentKey.of(new byte[32]);
    private static final Set<Vr> FREE = EnumSet.of(Vr.LO, Vr.SH, Vr.ST, Vr.LT, Vr.UT, Vr.PN, Vr.UC);
    private static final Set<Integer> NAMED_LIKE_CODES = Set.of(Tag.CODE_VALUE, Tag.CODING_SCHEME);
    private final Path folder;
    private final Path out;

    /** The objects that drawings are exported as. */
    enum Kind {
        COLOUR_STATE(PixelEncoding.JPEG_BASELINE), GREY_STATE(PixelEncoding.MONOCHROME2), SEGMENTS(
                PixelEncoding.JPEG_BASELINE);

        private final PixelEncoding clip;

        Kind(PixelEncoding clip) {
            this.clip = clip;
        }

        Exporter exporter() {
            return this == SEGMENTS ? ObjectFixtures.segmentation() : ObjectFixtures.presentation();
        }
    }

    DrawingsDeidentTest(@TempDir Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
    }

    private Path export(Kind kind) throws IOException {
        try (Clip clip = ObjectFixtures.open(ObjectFixtures.clip(folder, kind.clip, 3))) {
            return ObjectFixtures.file(folder, kind.exporter(),
                    ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip));
        }
    }

    private FileOutcome copied(Path file, DeidentOption... options) throws Exception {
        Deidentifier deidentifier = new Deidentifier(new Deidentification(KEY, Set.of(options), PixelPolicy.REGIONS,
                Map.of(), "Foramen test"), ScannerMasks.open(folder.resolve("none.json")), new TurboJpeg());
        return new DeidentBatch(deidentifier).into(out, List.of(DeidentBatch.Source.of(file)), Progress.NONE).files()
                .getFirst();
    }

    private Path copy(Path file, DeidentOption... options) throws Exception {
        FileOutcome outcome = copied(file, options);
        assertEquals("", outcome.reason());
        return out.resolve(outcome.proof().orElseThrow().output());
    }

    private static DataSet data(Path file) throws IOException {
        try (DicomFile read = new DicomReader().read(file)) {
            return read.data();
        }
    }

    private static FoundDrawings found(Kind kind, Path file) throws IOException {
        StructureCatalog catalog = StructureCatalog.standard();
        return (kind == Kind.SEGMENTS
                ? new SegmentationReader(catalog).read(file)
                : new PresentationStateReader(catalog).read(file)).orElseThrow();
    }

    /** Every free text says who the patient is, and every item has more of it than its kind allows. */
    private static DataSet planted(DataSet data, int depth) {
        DataSetBuilder b = DataSet.builder(data.charset());
        for (DataElement e : data.elements()) {
            if (e instanceof DataElement.Sequence s) {
                b.sequence(s.tag(), s.items().stream().map(i -> planted(i, depth + 1)).toList());
            } else if (FREE.contains(e.vr()) && !NAMED_LIKE_CODES.contains(e.tag())) {
                b.text(e.tag(), e.vr(), "Quetzalcoatl^Xiomara");
            } else {
                b.put(e);
            }
        }
        b.text(0x00091001, Vr.LT, "Quetzalcoatl once more").text(Tag.of(0x6000, 0x4000), Vr.LT, "Overlay QX")
                .text(PresentationTag.TRACKING_ID, Vr.UT, "hidden note").text(Tag.of(0x0008, 0x103E), Vr.LO,
                        "hidden note")
                .text(Tag.of(0x0020, 0x9421), Vr.LO, "Hospital Zyx")
                .text(PresentationTag.GRAPHIC_LAYER_DESCRIPTION, Vr.LO, "SERIAL-9911");
        if (data.contains(PresentationTag.UNFORMATTED_TEXT)) {
            b.text(PresentationTag.UNFORMATTED_TEXT, Vr.ST, "see Dr. Wolfram");
        }
        if (data.contains(PresentationTag.GRAPHIC_LAYER)) {
            b.text(PresentationTag.GRAPHIC_LAYER, Vr.CS, "QX-778812");
        }
        if (depth > 0 && data.contains(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)) {
            b.sequence(PresentationTag.COMPOUND_GRAPHIC_SEQUENCE, List.of(DataSet.builder()
                    .text(PresentationTag.COMPOUND_GRAPHIC_TYPE, Vr.CS, "ZYXSCANNER").build()));
        }
        if (data.contains(Tag.CODE_MEANING) && data.text(Tag.CODING_SCHEME).equals("SCT")) {
            b.text(Tag.CODING_SCHEME, Vr.SH, "99QX").text(Tag.CODE_VALUE, Vr.SH, "QX-778812");
        }
        return b.build();
    }

    private Path plantedFile(Path exported) throws IOException {
        Path file = folder.resolve("planted.dcm");
        try (DicomFile read = new DicomReader().read(exported); OutputStream to = Files.newOutputStream(file)) {
            DataSetBuilder b = planted(read.data(), 0).toBuilder();
            // A label under which the patient does not stand, so that no search for names could find it.
            b.text(Tag.PATIENT_NAME, Vr.PN, "Somebody^Else").text(Tag.PATIENT_ID, Vr.LO, "4711-X")
                    .text(PresentationTag.CONTENT_LABEL, Vr.CS, "QX-778812").text(Tag.STUDY_INSTANCE_UID, Vr.UI,
                            "1.2.276.0.99.1");
            Optional<PixelPayload> pixels = Optional.empty();
            if (read.pixels().orElse(null) instanceof PixelDataLocation.Native n) {
                pixels = Optional.of(new PixelPayload.Native(8, List.of(read.source().read(n.offset(), n.length()))));
            }
            new DicomWriter().writeAsFound(to, b.build(), pixels, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        }
        return file;
    }

    private static long shapes(DataSet data) {
        return data.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE).stream()
                .mapToLong(a -> a.items(PresentationTag.GRAPHIC_OBJECT_SEQUENCE).size()).sum();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noPlantedTextIsLeftInTheBytes(Kind kind) throws Exception {
        Path source = plantedFile(export(kind));
        assertFalse(Planted.foundIn(Files.readAllBytes(source)).isEmpty());
        Path copy = copy(source);
        assertEquals(List.of(), Planted.foundIn(Files.readAllBytes(copy)));
        String bytes = Files.readString(copy, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(kind == Kind.SEGMENTS, shapes(data(copy)) == 0, "shapes");
        assertEquals(shapes(data(source)), shapes(data(copy)));
        assertFalse(bytes.contains("Somebody") || bytes.contains("4711-X") || bytes.contains("Wolfram"), kind.name());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shapesAndWhatTheyAreOfStayAndReferToTheCopyOfTheClip(Kind kind) throws Exception {
        Path source = export(kind);
        FoundDrawings before = found(kind, source);
        FoundDrawings after = found(kind, copy(source));
        List<FoundDrawing> kept = before.drawings().stream().filter(d -> !(d.shape() instanceof Shape.Text)).toList();
        assertTrue(kept.size() >= 4, kept.size() + " drawings");
        assertEquals(kept.stream().map(FoundDrawing::shape).toList(),
                after.drawings().stream().map(FoundDrawing::shape).toList());
        assertEquals(kept.stream().map(d -> d.what().structureId()).toList(),
                after.drawings().stream().map(d -> d.what().structureId()).toList());
        assertEquals(kept.stream().map(d -> d.what().side()).toList(),
                after.drawings().stream().map(d -> d.what().side()).toList());
        assertEquals(kept.stream().map(FoundDrawing::frames).toList(),
                after.drawings().stream().map(FoundDrawing::frames).toList());
        assertEquals(before.images().stream().map(KEY::uid).toList(), after.images());
        assertEquals(kept.stream().map(d -> KEY.uid(d.trackingUid())).toList(),
                after.drawings().stream().map(FoundDrawing::trackingUid).toList());
        assertEquals(kept.stream().map(d -> KEY.tracking(d.trackingId())).toList(),
                after.drawings().stream().map(FoundDrawing::trackingId).toList());
        assertEquals(before.spacings().values().stream().toList(), after.spacings().values().stream().toList());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theCopySaysThatGraphicsWereCleanedAndIsWhole(Kind kind) throws Exception {
        Path copy = copy(export(kind), DeidentOption.DATES_SHIFTED);
        DataSet data = data(copy);
        assertEquals("YES", data.text(CleanObject.IDENTITY_REMOVED));
        assertTrue(
                data.items(CleanObject.METHOD_CODES).stream().anyMatch(i -> i.text(Tag.CODE_VALUE).equals("113103")));
        assertEquals("MODIFIED", data.text(CleanObject.LONGITUDINAL));
        assertEquals("FORAMEN", data.text(PresentationTag.CONTENT_LABEL));
        Assumptions.assumeTrue(EverySyntaxTest.isInstalled("dciodvfy"), "dciodvfy is not installed");
        Process process = new ProcessBuilder("dciodvfy", "-new", copy.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList());
    }

    @Test
    void aTextOfTheOperatorGoesAndNamesOfStructuresStay() throws Exception {
        Path source = export(Kind.COLOUR_STATE);
        List<String> before = texts(data(source));
        List<String> after = texts(data(copy(source)));
        assertTrue(before.stream().anyMatch(t -> t.contains("sitzend")), before.toString());
        assertFalse(after.isEmpty());
        assertEquals(after, before.stream().filter(KnownWords::isLabel).toList());
    }

    private static List<String> texts(DataSet data) {
        return data.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE).stream()
                .flatMap(a -> a.items(PresentationTag.TEXT_OBJECT_SEQUENCE).stream())
                .map(t -> t.text(PresentationTag.UNFORMATTED_TEXT)).toList();
    }

    private Path changed(Kind kind, DataSet change) throws IOException {
        Path exported = export(kind);
        Path file = folder.resolve("changed.dcm");
        try (DicomFile read = new DicomReader().read(exported); OutputStream to = Files.newOutputStream(file)) {
            DataSetBuilder b = read.data().toBuilder();
            change.elements().forEach(b::put);
            Optional<PixelPayload> pixels = Optional.empty();
            if (read.pixels().orElse(null) instanceof PixelDataLocation.Native n) {
                pixels = Optional.of(new PixelPayload.Native(8, List.of(read.source().read(n.offset(), n.length()))));
            }
            new DicomWriter().writeAsFound(to, b.build(), pixels, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        }
        return file;
    }

    @Test
    void whatCouldHideAPictureOrABlockOfBytesIsRefused() throws Exception {
        List<FileOutcome> outcomes = new ArrayList<>();
        outcomes.add(copied(changed(Kind.SEGMENTS,
                DataSet.builder().text(SegmentationTag.SEGMENTATION_TYPE, Vr.CS, "FRACTIONAL").build())));
        outcomes.add(copied(changed(Kind.SEGMENTS,
                DataSet.builder().text(Tag.of(0x0020, 0x0052), Vr.UI, "1.2.3").build())));
        outcomes.add(copied(changed(Kind.COLOUR_STATE, DataSet.builder().bytes(PresentationTag.ICC_PROFILE, Vr.OB,
                "Quetzalcoatl".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).build())));
        for (FileOutcome outcome : outcomes) {
            assertEquals(CopyStatus.REFUSED, outcome.status(), outcome.reason());
        }
        assertEquals(3, outcomes.stream().map(FileOutcome::reason).distinct().count());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @ValueSource(strings = {Uid.COMPREHENSIVE_SR, "1.2.840.10008.5.1.4.1.1.88.34", Uid.ENCAPSULATED_PDF,
            Uid.LABEL_MAP})
    void reportsAndDocumentsAreRefusedWithTheirOwnReason(String sopClass) throws Exception {
        Path file = folder.resolve("report.dcm");
        try (OutputStream to = Files.newOutputStream(file)) {
            new DicomWriter().writeAsFound(to, DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, sopClass)
                    .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3").build(), Optional.empty(),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        }
        FileOutcome outcome = copied(file);
        assertEquals(CopyStatus.REFUSED, outcome.status());
        String word = sopClass.equals(Uid.ENCAPSULATED_PDF)
                ? "PDF"
                : sopClass.equals(Uid.LABEL_MAP) ? "kind" : "report";
        assertTrue(outcome.reason().contains(word), outcome.reason());
        assertEquals(!sopClass.equals(Uid.LABEL_MAP), outcome.reason().contains("again from the de-identified clip"));
        assertEquals(List.of(), Stream.of(out).filter(Files::exists).toList());
    }
}
