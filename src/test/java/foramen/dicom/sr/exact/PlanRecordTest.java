package foramen.dicom.sr.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.storage.RandomCases;
import foramen.testing.Cases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanRecordTest {
    @Property(tries = 150)
    void anyPlanComesBackFromItsRecordAsItWas(@ForAll("plans") List<NeedlePlan> plans) {
        for (NeedlePlan p : plans) {
            assertEquals(p, PlanRecord.read(PlanRecord.write(p)));
        }
    }

    @Test
    void aPlainPlanIsRecordedAsOlderVersionsDidAndReadFromThem() {
        NeedlePlan plain = Cases.plan("p1");
        assertEquals(PlanDetail.FIRST, plain.detail());
        ContentItem record = PlanRecord.write(plain);
        assertEquals(List.of(), record.children(Fields.APPROACH));
        assertEquals(Optional.empty(), record.child(Fields.PLAN_VERSION));
        assertEquals(plain, PlanRecord.read(record));
    }

    @Test
    void anOverrideWithoutAReasonIsDamageAndNotRead() {
        ContentItem plan = PlanRecord.write(Cases.plan("p1"));
        ContentItem override = new RecordWriter(Fields.PLAN_OVERRIDE).text(Fields.WARNING, "MARGIN")
                .value(Fields.TARGET_NUMBER, 1).value(Fields.AT, Cases.NOW).item();
        ContentItem damaged = ContentItem.container(Relationship.CONTAINS, PlanRecord.KIND,
                Stream.concat(plan.children().stream(), Stream.of(override)).toList());
        Malformed e = assertThrows(Malformed.class, () -> PlanRecord.read(damaged));
        assertEquals("holds a plan that cannot be: An override needs a reason", e.getMessage());
    }

    @Provide
    Arbitrary<List<NeedlePlan>> plans() {
        return RandomCases.cases().map(c -> c.plans());
    }
}
