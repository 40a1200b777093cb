package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredCalibrationTest {
    /** A row of the journal as version 0.1.0 wrote it, before a scale could be set by hand. */
    private static final String FIRST_FORMAT = """
            {"format":1,"id":"old","created":"2026-03-14T09:26:00Z","patient":{"name":"Example^Anna","id":"FX-1",\
            "sex":"F"},"side":"RIGHT","indication":"","clips":[{"sopInstanceUid":"2.25.1","location":"/clips/a.dcm",\
            "description":"a"}],"annotations":[{"id":"a1","frame":{"sopInstanceUid":"2.25.1","index":2},"shape":\
            {"type":"outline","points":[[1.5,2.0],[30.0,2.0],[30.0,40.25]]},"structure":"sciatic-nerve",\
            "laterality":"RIGHT","level":"UNSPECIFIED","plane":"SHORT_AXIS","label":"","locked":false,\
            "author":"Dr Example","drawnAt":"2026-03-14T09:27:00Z"}],"plans":[],"ledger":[]}""";

    private static final Case EMPTY = Case.begin(new CaseId("one"), Instant.parse("2026-03-14T09:26:00Z"));

    private static ManualCalibration twoLines() {
        return new ManualCalibration("c1", new FrameRef("2.25.1", 7),
                List.of(new KnownLength(new Segment(new Point(10.25, 1.0 / 3), new Point(10.25, 200)), 40),
                        new KnownLength(new Segment(new Point(10, 20), new Point(300, 21)), 12.5)),
                "Ärztin Müller", Instant.parse("2026-03-14T10:00:00.123Z"), "ticks \"read\" twice");
    }

    @Test
    void aCaseOfTheFirstFormatOpensWithoutScalesSetByHand() throws StoreException {
        Case old = CaseJson.read(FIRST_FORMAT, "x");
        assertEquals(List.of(), old.calibrations());
        assertEquals(1, old.annotations().size());
    }

    @Test
    void aScaleSetByHandComesBackAsItWasDrawnAndTyped() throws StoreException {
        Case with = EMPTY.withCalibration(twoLines());
        assertEquals(with, CaseJson.read(CaseJson.write(with), "x"));
    }

    @Test
    void aVersionThatKnowsOfNoSuchScaleIsKeptFromMeasuringWithoutIt() {
        assertTrue(CaseJson.write(EMPTY.withCalibration(twoLines())).contains("\"format\":2"));
        assertTrue(CaseJson.write(EMPTY).contains("\"format\":1"));
        assertTrue(CaseJson.write(EMPTY.withCalibration(twoLines()).withoutCalibration("c1"))
                .contains("\"format\":1"));
    }
}
