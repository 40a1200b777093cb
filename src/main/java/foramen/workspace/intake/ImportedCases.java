package foramen.workspace.intake;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.delivery.ImportException;
import foramen.domain.delivery.ImportedCase;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sets imported cases against one another. */
final class ImportedCases {
    private static final Pattern NUMBERED = Pattern.compile("-\\d+$");

    private ImportedCases() {}

    /** One case from all: the exact one, or the first, and what the others add to it. */
    static ImportedCase join(List<ImportedCase> cases) throws ImportException {
        ImportedCase first = cases.stream().filter(ImportedCase::isExact).findFirst().orElse(cases.getFirst());
        Case joined = first.casefile();
        List<String> remarks = new ArrayList<>(first.remarks());
        List<ImportedCase> others = new ArrayList<>(cases);
        others.remove(first);
        for (ImportedCase other : others) {
            refuseContradiction(first, other);
            joined = with(joined, other, first.isExact());
            remarks.addAll(other.remarks());
        }
        // What only shows again what the exact report has takes nothing from it.
        boolean exact = first.isExact() && sameContent(joined, first.casefile());
        return new ImportedCase(joined, first.source(), first.objectUid(), first.studyUid(), exact, remarks);
    }

    private static void refuseContradiction(ImportedCase a, ImportedCase b) throws ImportException {
        if (areOthers(a.casefile().patient(), b.casefile().patient())) {
            throw new ImportException(a.source() + " and " + b.source()
                    + " are about two patients; import them one by one.");
        }
        if (!a.studyUid().equals(b.studyUid())) {
            throw new ImportException(a.source() + " and " + b.source()
                    + " belong to two studies; import them one by one.");
        }
        if (a.isExact() && b.isExact() && !a.casefile().id().equals(b.casefile().id())) {
            throw new ImportException(a.source() + " and " + b.source()
                    + " are two cases; import them one by one.");
        }
    }

    private static Case with(Case base, ImportedCase other, boolean exact) throws ImportException {
        Case joined = base;
        if (other.isExact() && !sameContent(base, other.casefile())) {
            throw new ImportException("Two of the reports are of one case in two states; import the newer one alone.");
        }
        for (ClipRef clip : other.casefile().clips()) {
            if (joined.clips().stream().noneMatch(c -> c.sopInstanceUid().equals(clip.sopInstanceUid()))) {
                joined = joined.withClip(clip);
            }
        }
        Case known = joined;
        for (Annotation a : other.casefile().annotations()) {
            if (!isKnown(known, a.id(), exact)) {
                joined = joined.withAnnotation(a);
            }
        }
        for (NeedlePlan p : other.casefile().plans()) {
            if (!isKnown(known, p.id(), exact)) {
                joined = joined.withPlan(p);
            }
        }
        return exact ? joined : withScales(joined, other.casefile());
    }

    /** A case that is exact knows its own scales. */
    private static Case withScales(Case base, Case other) {
        Case joined = base;
        for (ManualCalibration m : other.calibrations()) {
            joined = joined.withCalibration(m);
        }
        return joined;
    }

    /**
     * Whether the case has it. Of an exact case a shape of two strokes comes as two drawings, the second with a number at
     * its end.
     */
    private static boolean isKnown(Case c, String id, boolean exact) {
        String stem = exact ? NUMBERED.matcher(id).replaceFirst("") : id;
        return Stream.of(id, stem).anyMatch(i -> c.annotation(i).isPresent() || c.plan(i).isPresent());
    }

    /** Whether two patients are certainly not one: both have an identifier and they differ, or else a name. */
    static boolean areOthers(Patient a, Patient b) {
        if (!a.id().isBlank() && !b.id().isBlank()) {
            return !plain(a.id()).equals(plain(b.id()));
        }
        return !a.name().isBlank() && !b.name().isBlank() && !plain(a.name()).equals(plain(b.name()));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\^,\\s]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether two cases say the same, wherever the files of their clips lie. */
    static boolean sameContent(Case a, Case b) {
        return a.withoutPlaces().equals(b.withoutPlaces());
    }
}
