package foramen.dicom.deident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.deident.Action;
import foramen.domain.deident.DeidentOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile's table, and what is left of values planted under every row of it. */
class ConfidentialityProfileTest {
    private static final String CLIP = "1.2.840.10008.5.1.4.1.1.3.1";
    private static final List<String> CLASSES = List.of(CLIP, "1.2.840.10008.5.1.4.1.1.6.2",
            "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.77.1.1");

    private static int tag(String[] row) {
        return Integer.parseUnsignedInt(row[0].replace('x', '2'), 16);
    }

    /** A value that is nowhere else, fit for the representation, and how it looks in bytes. */
    private record Plant(DataElement element, String marks) {}

    private static Plant plant(int tag, Vr vr, int number) {
        String serial = String.format(Locale.ROOT, "%06d", number);
        String text = switch (vr) {
            case DA -> "1" + serial.substring(3) + "0317";
            case DT -> "1" + serial.substring(3) + "0317081" + serial.substring(1, 6) + ".9";
            case TM -> "08" + serial.substring(2) + ".773" + serial.substring(3);
            case AS -> serial.substring(3) + "Y";
            case DS, IS -> "7" + serial + "31";
            case UI -> "1.2.276.7." + number + ".55";
            case CS, AE -> "PLNT" + serial;
            default -> "Planted " + serial;
        };
        DataSetBuilder b = DataSet.builder();
        if (vr == Vr.SQ) {
            b.sequence(tag, List.of(DataSet.builder().text(Tag.CODE_MEANING, Vr.LO, text)
                    .text(Tag.CODE_VALUE, Vr.SH, "PL" + serial).build()));
        } else if (vr.isText()) {
            b.text(tag, vr, text);
        } else {
            b.bytes(tag, vr, ("PL" + serial + "xxxxxxxx").substring(0, 16).getBytes(StandardCharsets.US_ASCII));
        }
        String marks = vr != Vr.SQ && vr.isText() ? text : "PL" + serial;
        return new Plant(b.build().element(tag).orElseThrow(), marks);
    }

    private static Vr vr(int tag) {
        return DataDictionary.standard().implicitVr(tag, false);
    }

    private static byte[] written(DataSet clean) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().writeAsFound(out, clean, Optional.empty(), "1.2.840.10008.1.2.1");
        return out.toByteArray();
    }

    private static AttributeCleaner cleaner(DataSet data, Set<DeidentOption> options) {
        return new AttributeCleaner(data, options, DeidentKey.of(new byte[32]), new Subject("P-TEST", -1000));
    }

    private static boolean contains(byte[] all, String part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(part);
    }

    /** Puts the plants of {@code rows} at {@code depth} items below the top. */
    private static DataSet nested(String sopClass, List<Plant> plants, int depth) {
        DataSetBuilder inner = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        plants.forEach(p -> inner.put(p.element()));
        DataSet data = inner.build();
        // A sequence that stays, so that what is in it has to be looked at.
        int[] carriers = {Tag.of(0x0008, 0x2218), Tag.of(0x5200, 0x9229), Tag.of(0x0018, 0x6011)};
        for (int i = 0; i < depth; i++) {
            data = DataSet.builder().sequence(carriers[i % carriers.length], List.of(data)).build();
        }
        DataSetBuilder top = data.toBuilder();
        return depth == 0 && data.contains(Tag.SOP_CLASS_UID)
                ? top.build()
                : top.text(Tag.SOP_CLASS_UID, Vr.UI, sopClass).build();
    }

    @Test
    void everyRowAtTheTopAndInItems() throws IOException {
        List<String[]> rows = ConfidentialityProfile.read().stream().filter(r -> Tag.group(tag(r)) > 8
                || Tag.group(tag(r)) == 8).toList();
        assertTrue(rows.size() > 600, rows.size() + " rows");
        for (String sopClass : CLASSES) {
            for (int depth = 0; depth < 3; depth++) {
                List<Plant> plants = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    plants.add(plant(tag(rows.get(i)), vr(tag(rows.get(i))), 1000 + i));
                }
                DataSet data = nested(sopClass, plants, depth);
                byte[] bytes = written(cleaner(data, Set.of()).clean(data));
                for (int i = 0; i < rows.size(); i++) {
                    assertFalse(contains(bytes, plants.get(i).marks()),
                            rows.get(i)[0] + " " + plants.get(i).element().vr() + " at depth " + depth);
                }
            }
        }
    }

    @Property(tries = 150)
    void nothingPlantedSurvivesUnlessItIsKeptOnRequest(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Set<DeidentOption> options = EnumSet.noneOf(DeidentOption.class);
        for (DeidentOption option : DeidentOption.values()) {
            if (random.nextInt(3) == 0) {
                options.add(option);
            }
        }
        List<String[]> all = ConfidentialityProfile.read();
        List<Plant> plants = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String[] row = all.get(random.nextInt(all.size()));
            int tag = tag(row);
            if (Tag.group(tag) >= 8 && rows.stream().noneMatch(r -> tag(r) == tag)) {
                // The last three digits are the year of a planted date: one of its own each, for some dates are kept, and
                // never 000, which is the age that takes the place of one.
                Vr vr = random.nextInt(8) == 0 ? Vr.UN : vr(tag);
                plants.add(plant(tag, vr == Vr.UN && vr(tag) == Vr.SQ ? Vr.LO : vr,
                        2000 + 1000 * random.nextInt(890) + i + 1));
                rows.add(row);
            }
        }
        // And what the table does not name: private attributes, unknown ones, texts under foreign names.
        for (int tag : new int[]{0x00091001, 0x7FE11001, 0x60FE3000, 0x50241001, 0x00080333, 0x00180044, 0x00400556,
                0x00182042}) {
            plants.add(plant(tag, random.nextBoolean() ? Vr.LT : Vr.OB, 1_000_000 + random.nextInt(900000)));
            rows.add(new String[]{Tag.format(tag), "X", "", "", "", "", "", "", "", "", "", ""});
        }
        DataSet data = nested(CLASSES.get(random.nextInt(CLASSES.size())), plants, random.nextInt(4));
        byte[] bytes = written(cleaner(data, options).clean(data));
        for (int i = 0; i < plants.size(); i++) {
            String[] row = rows.get(i);
            boolean kept = options.stream().anyMatch(o -> row[ConfidentialityProfile.column(o)].equals("K"))
                    || (options.contains(DeidentOption.DATES_SHIFTED) && row[8].equals("C")
                            && EnumSet.of(Vr.TM, Vr.SH).contains(vr(tag(rows.get(i)[0]))));
            if (!kept) {
                assertFalse(contains(bytes, plants.get(i).marks()), row[0] + " " + plants.get(i).element());
            }
        }
    }

    private static int tag(String printed) {
        return Integer.parseUnsignedInt(printed.replaceAll("[(),]", "").replace('x', '2'), 16);
    }

    @ParameterizedTest
    @CsvSource({"00080020, 1.2.840.10008.5.1.4.1.1.3.1, EMPTY", "00080022, 1.2.840.10008.5.1.4.1.1.3.1, REMOVE",
            "00080022, 1.2.840.10008.5.1.4.1.1.88.33, EMPTY", "00080023, 1.2.840.10008.5.1.4.1.1.3.1, EMPTY",
            "00080023, 1.2.840.10008.5.1.4.1.1.77.1.1, DUMMY", "00080080, 1.2.840.10008.5.1.4.1.1.6.1, REMOVE",
            "00080080, 1.2.840.10008.5.1.4.1.1.6.2, DUMMY", "00081140, 1.2.840.10008.5.1.4.1.1.3.1, UID",
            "00081155, 1.2.840.10008.5.1.4.1.1.3.1, UID", "00880200, 1.2.840.10008.5.1.4.1.1.3.1, REMOVE"})
    void combinedActionsAreResolvedByWhatIsKnownOfTheObject(String tag, String sopClass, Action action) {
        ConfidentialityProfile profile = ConfidentialityProfile.standard();
        int t = Integer.parseUnsignedInt(tag, 16);
        assertEquals(action, profile.action(profile.row(t).orElseThrow(), Set.of(), sopClass, true, vr(t)));
    }

    @Test
    void aNameWhereItDoesNotBelongIsFound() {
        DataSet data = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, CLIP)
                .text(Tag.PATIENT_NAME, Vr.PN, "Quetzalcoatl^Ana^^Mrs").text(Tag.PATIENT_ID, Vr.LO, "4711-88")
                .text(Tag.MODEL_NAME, Vr.LO, "probe of ANA").text(Tag.MANUFACTURER, Vr.LO, "Banana 4711")
                .sequence(Tag.ANATOMIC_REGION_SEQUENCE, List.of(DataSet.builder()
                        .text(Tag.CODE_MEANING, Vr.LO, "hip, 4711-88").build()))
                .build();
        AttributeCleaner cleaner = cleaner(data, Set.of());
        DataSet clean = cleaner.clean(data);
        assertEquals("", clean.text(Tag.MODEL_NAME));
        assertEquals("Banana 4711", clean.text(Tag.MANUFACTURER));
        assertEquals("REMOVED", clean.items(Tag.ANATOMIC_REGION_SEQUENCE).getFirst().text(Tag.CODE_MEANING));
        assertEquals(2, cleaner.changes().stream().filter(c -> c.reason() == Reason.IDENTIFIER).count());
    }

    @Test
    void aSentenceInPlaceOfANumberDoesNotPass() {
        DataSet data = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, CLIP)
                .text(Tag.FRAME_TIME, Vr.DS, "33.3").text(Tag.CINE_RATE, Vr.LT, "call 0171 mother of K.")
                .text(Tag.MECHANICAL_INDEX, Vr.DS, "born 1947").text(Tag.REGION_FLAGS, Vr.LT, "secret").build();
        AttributeCleaner cleaner = cleaner(data, Set.of());
        DataSet clean = cleaner.clean(data);
        assertEquals("33.3", clean.text(Tag.FRAME_TIME));
        assertFalse(clean.contains(Tag.CINE_RATE) || clean.contains(Tag.MECHANICAL_INDEX)
                || clean.contains(Tag.REGION_FLAGS));
    }

    @Test
    void agesAbove89AreCapped() {
        DataSet data = DataSet.builder().text(Tag.SOP_CLASS_UID, Vr.UI, CLIP)
                .text(Tag.of(0x0010, 0x1010), Vr.AS, "097Y").text(Tag.PATIENT_SEX, Vr.CS, "F").build();
        DataSet clean = cleaner(data, Set.of(DeidentOption.PATIENT_CHARACTERISTICS)).clean(data);
        assertEquals("090Y", clean.text(Tag.of(0x0010, 0x1010)));
        assertEquals("F", clean.text(Tag.PATIENT_SEX));
        assertFalse(cleaner(data, Set.of()).clean(data).contains(Tag.of(0x0010, 0x1010)));
    }

    /** This is how the resource is made from the table beside the project. */
    @Test
    void theTableIsMadeFromTheSharedOne() throws IOException {
        Path file = Path.of(System.getProperty("foramen.shared", "absent"), "data", "deid-profile.tsv");
        Assumptions.assumeTrue(Files.exists(file), "the shared tables are not here");
        Pattern tag = Pattern.compile("\\(([0-9A-FX]{4}),([0-9A-FX]{4})\\)");
        List<String> made = new ArrayList<>();
        String open = "";
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.skip(1).filter(l -> !l.isBlank()).toList()) {
                String[] c = line.split("\t", -1);
                Matcher m = tag.matcher(c[0]);
                boolean row = m.matches();
                String name = row ? (m.group(1) + m.group(2)).replace('X', 'x') : open;
                int from = row ? 3 : 2;
                if (row && (c.length < 4 || c[3].isEmpty())) {
                    // The note that follows on a line of its own has the rest of this row.
                    open = name;
                } else if (row || c[0].startsWith("(see")) {
                    StringBuilder text = new StringBuilder(name);
                    for (int i = 0; i < 11; i++) {
                        text.append('\t').append(from + i < c.length ? c[from + i] : "");
                    }
                    made.add(text.toString());
                }
            }
        }
        assertEquals(made, ConfidentialityProfile.read().stream().map(r -> String.join("\t", r)).toList());
        assertEquals(620, made.size());
    }
}
