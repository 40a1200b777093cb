package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.dicom.write.Concepts;
import foramen.dicom.write.DerivedUids;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.measurement.Citation;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Sample;
import foramen.domain.measurement.SiteValue;
import foramen.domain.measurement.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Side against side as a Measurement Group of its own (TID 1501): both values, their difference and ratio, the verdicts
 * with their citations, and by reference the measurements they come from.
 */
final class ComparisonGroup {
    private static final Code DIFFERENCE = Codes.own("side-difference", "Difference between the sides");
    private static final Code PERCENT = Codes.own("side-percent", "Difference in percent of the other side");
    private static final Code RATIO_OF_SIDES = Codes.own("side-ratio", "Side asked about by the other side");
    private static final Code VERDICT = Codes.own("verdict", "Verdict");
    private static final Code CITATION = Codes.own("citation", "Citation");
    private static final Code OF_SIDES = Codes.own("side-comparison", "Side-to-side comparison");
    private static final Code MEAN = Codes.sct("373098007", "Mean");

    private final StructureCatalog structures;
    private final DerivedUids uids;
    private final Map<String, ContentItem> groups;

    /**
     * @param groups the groups of the annotations, by their identifiers
     */
    ComparisonGroup(StructureCatalog structures, DerivedUids uids, Map<String, ContentItem> groups) {
        this.structures = structures;
        this.uids = uids;
        this.groups = groups;
    }

    ContentItem of(Comparison.Made made) {
        SiteValue first = made.first();
        String id = "comparison " + first.samples().getFirst().id() + " " + made.second().samples().getFirst().id();
        List<ContentItem> items = new ArrayList<>(AnnotationGroup.tracking(id, uids));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.FINDING, Concepts
                .type(structures.get(first.site().structureId()), Laterality.UNSPECIFIED)));
        items.add(AnnotationGroup.site(Concepts.type(structures.get(first.site().structureId()),
                Laterality.UNSPECIFIED), Laterality.BILATERAL, first.site().level()));
        items.add(ContentItem.code(Relationship.CONTAINS, Codes.own("kind", "Kind of comparison"), OF_SIDES));
        items.add(value(first));
        items.add(value(made.second()));
        List<ContentItem> sources = new ArrayList<>(references(first));
        sources.addAll(references(made.second()));
        items.add(number(DIFFERENCE, made.difference(), MeasurementItems.unit(first.unit()), sources));
        items.add(number(Codes.RATIO, made.ratio(), MeasurementItems.unit(Unit.RATIO), sources).with(List
                .of(ContentItem.code(Relationship.HAS_CONCEPT_MOD, MeasurementItems.QUANTITY, RATIO_OF_SIDES))));
        items.add(number(PERCENT, made.percent(), new Code("UCUM", "%", "Percent"), sources));
        made.verdicts().forEach(v -> items.add(verdict(v)));
        return ContentItem.container(Relationship.CONTAINS, Codes.MEASUREMENT_GROUP, "1501", items);
    }

    /** The mean of one side's traces. */
    private ContentItem value(SiteValue side) {
        List<ContentItem> below = new ArrayList<>();
        below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.DERIVATION, MEAN));
        Codes.side(side.site().side())
                .ifPresent(c -> below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.LATERALITY, c)));
        below.add(ContentItem.text(Relationship.HAS_PROPERTIES, Codes.COMMENT, side.provenance()));
        below.addAll(references(side));
        return ContentItem.number(Relationship.CONTAINS, Codes.AREA, MeasurementItems.decimal(side.value()),
                MeasurementItems.unit(side.unit())).with(below);
    }

    private static ContentItem number(Code name, double value, Code unit, List<ContentItem> sources) {
        return ContentItem.number(Relationship.CONTAINS, name, MeasurementItems.decimal(value), unit).with(sources);
    }

    /** The area of each trace of that side, as it stands in the trace's own group. */
    private List<ContentItem> references(SiteValue side) {
        List<ContentItem> all = new ArrayList<>();
        for (Sample s : side.samples()) {
            Optional.ofNullable(groups.get(s.id())).flatMap(ComparisonGroup::area)
                    .ifPresent(a -> all.add(ContentItem.reference(Relationship.INFERRED_FROM, a)));
        }
        return all;
    }

    private static Optional<ContentItem> area(ContentItem group) {
        return group.children(Codes.AREA).stream().filter(i -> i.content() instanceof Content.Numeric).findFirst();
    }

    private static ContentItem verdict(Comparison.Verdict v) {
        ContentItem words = ContentItem.text(Relationship.CONTAINS, VERDICT, v.words());
        return v.citation().map(Citation::words)
                .map(c -> words.with(List.of(ContentItem.text(Relationship.HAS_PROPERTIES, CITATION, c))))
                .orElse(words);
    }
}
