package foramen.dicom.deident;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.domain.deident.Action;
import foramen.domain.deident.DeidentOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Applies the profile to one data set, items of sequences included, and notes what it did. */
final class AttributeCleaner {
    private static final int OLDEST = 89;
    private static final int PATIENT_AGE = Tag.of(0x0010, 0x1010);
    private static final Set<Integer> CODE = Set.of(Tag.CODE_VALUE, Tag.CODING_SCHEME, Tag.CODE_MEANING);
    /** Code strings by which a picture is read; a patient may be called like one of them. */
    private static final Set<Integer> TERMS = Set.of(Tag.SPECIFIC_CHARACTER_SET, Tag.IMAGE_TYPE, Tag.MODALITY);

    /** Class, instance, frame number and segment number of a reference. */
    private static final Set<Integer> REFERENCE = Set.of(Tag.of(0x0008, 0x1150), Tag.of(0x0008, 0x1155),
            Tag.of(0x0008, 0x1160), Tag.of(0x0062, 0x000B));

    private record Note(int tag, Action action, Reason reason) {}

    private final ConfidentialityProfile profile = ConfidentialityProfile.standard();
    private final Set<DeidentOption> options;
    private final DeidentKey key;
    private final Subject subject;
    private final Identifiers identifiers;
    private final DateShift shift;
    private final String sopClass;
    private final Map<Long, Map<Note, Integer>> notes = new TreeMap<>();
    private final Set<String> replaced = new HashSet<>();

    AttributeCleaner(DataSet data, Set<DeidentOption> options, DeidentKey key, Subject subject) {
        this.options = options;
        this.key = key;
        this.subject = subject;
        this.shift = new DateShift(subject.shiftDays());
        this.sopClass = data.text(Tag.SOP_CLASS_UID);
        this.identifiers = Identifiers.of(data, options);
        identifiers.forget(subject.pseudonym() + " " + DummyValues.WORDS);
    }

    /** The cleaned data set. */
    DataSet clean(DataSet data) {
        return clean(data, 0);
    }

    /** What was done, by tag. */
    List<AttributeChange> changes() {
        return notes.values().stream().flatMap(m -> m.entrySet().stream())
                .map(e -> new AttributeChange(e.getKey().tag, e.getKey().action, e.getKey().reason, e.getValue()))
                .toList();
    }

    /** The UIDs that must not be found any more. */
    Set<String> replacedUids() {
        return Set.copyOf(replaced);
    }

    /** The names and numbers that must not be found any more. */
    Identifiers identifiers() {
        return identifiers;
    }

    private DataSet clean(DataSet data, int depth) {
        DataSetBuilder kept = DataSet.builder(data.charset());
        for (DataElement e : data.elements()) {
            cleaned(e, data, depth, kept.charset()).ifPresent(kept::put);
        }
        return kept.build();
    }

    /** Remembers what was done to an attribute. */
    void note(int tag, Action action, Reason reason) {
        notes.computeIfAbsent(Integer.toUnsignedLong(tag), t -> new java.util.LinkedHashMap<>())
                .merge(new Note(tag, action, reason), 1, Integer::sum);
    }

    private Optional<DataElement> removed(int tag, Reason reason) {
        note(tag, Action.REMOVE, reason);
        return Optional.empty();
    }

    private Optional<DataElement> cleaned(DataElement e, DataSet set, int depth,
            foramen.dicom.data.SpecificCharacterSet charset) {
        int group = Tag.group(e.tag());
        if (Tag.isPrivate(e.tag())) {
            return removed(e.tag(), Reason.PRIVATE);
        }
        if ((group & 0xFF00) == 0x5000 || (group & 0xFF00) == 0x6000) {
            return removed(e.tag(), Reason.GRAPHICS);
        }
        Optional<ConfidentialityProfile.Row> row = profile.row(e.tag());
        if (row.isEmpty()) {
            return unlisted(e, set, depth);
        }
        Vr vr = DataDictionary.standard().find(e.tag()).map(d -> UnlistedAttributes.declared(e, d)).orElse(e.vr());
        Action action = profile.action(row.get(), options, sopClass, depth == 0, vr);
        boolean who = depth == 0 && (e.tag() == Tag.PATIENT_NAME || e.tag() == Tag.PATIENT_ID);
        return listed(e, set, depth, vr, who ? Action.PSEUDONYM : action, charset);
    }

    private Optional<DataElement> listed(DataElement e, DataSet set, int depth, Vr vr, Action action,
            foramen.dicom.data.SpecificCharacterSet charset) {
        return switch (action) {
            case REMOVE -> removed(e.tag(), Reason.PROFILE);
            case EMPTY -> noted(empty(e.tag(), vr), action, Reason.PROFILE);
            case DUMMY -> noted(DummyValues.of(e.tag(), vr), action, Reason.PROFILE);
            case PSEUDONYM -> noted(DataSet.builder(charset).text(e.tag(), vr, subject.pseudonym()).build()
                    .element(e.tag()).orElseThrow(), action, Reason.PROFILE);
            case UID -> e instanceof DataElement.Sequence s
                    ? Optional.of(references(s, depth))
                    : uids(e, set, Reason.PROFILE);
            case SHIFT -> shifted(e, set, vr);
            case KEEP -> kept(e, set, depth);
        };
    }

    private Optional<DataElement> noted(DataElement e, Action action, Reason reason) {
        note(e.tag(), action, reason);
        return Optional.of(e);
    }

    private static DataElement empty(int tag, Vr vr) {
        return vr == Vr.SQ ? new DataElement.Sequence(tag, List.of()) : new DataElement.Value(tag, vr, new byte[0]);
    }

    private DataElement items(DataElement.Sequence s, int depth) {
        return new DataElement.Sequence(s.tag(), s.items().stream().map(i -> clean(i, depth + 1)).toList());
    }

    /** Of references nothing stays but what they refer to: class, new UID and frames. */
    private DataElement references(DataElement.Sequence s, int depth) {
        List<DataSet> items = new ArrayList<>();
        for (DataSet item : s.items()) {
            DataSetBuilder kept = DataSet.builder(item.charset());
            for (DataElement e : item.elements()) {
                if (REFERENCE.contains(e.tag())) {
                    cleaned(e, item, depth + 1, kept.charset()).ifPresent(kept::put);
                } else {
                    note(e.tag(), Action.REMOVE, Reason.PROFILE);
                }
            }
            items.add(kept.build());
        }
        return new DataElement.Sequence(s.tag(), items);
    }

    private Optional<DataElement> unlisted(DataElement e, DataSet set, int depth) {
        Optional<Reason> objection = UnlistedAttributes.objection(e, set);
        Vr vr = DataDictionary.standard().find(e.tag()).map(d -> UnlistedAttributes.declared(e, d)).orElse(e.vr());
        if (objection.isPresent()) {
            boolean time = objection.get() == Reason.FREE_TEXT && options.contains(DeidentOption.DATES_SHIFTED);
            return switch (vr) {
                case DA, DT -> time ? shifted(e, set, vr) : removed(e.tag(), objection.get());
                case TM -> time ? Optional.of(e) : removed(e.tag(), objection.get());
                default -> removed(e.tag(), objection.get());
            };
        }
        if (e instanceof DataElement.Sequence s) {
            return Optional.of(items(s, depth));
        }
        if (vr == Vr.UI && !UnlistedAttributes.isClass(e.tag())) {
            return uids(e, set, Reason.FREE_TEXT);
        }
        return swept(e, set, vr);
    }

    /** What an option keeps is held to the same as what the table does not name. */
    private Optional<DataElement> kept(DataElement e, DataSet set, int depth) {
        Optional<DataDictionary.Entry> entry = DataDictionary.standard().find(e.tag());
        if (e instanceof DataElement.Sequence s) {
            note(e.tag(), Action.KEEP, Reason.PROFILE);
            return Optional.of(items(s, depth));
        }
        if (entry.isEmpty() || !(e instanceof DataElement.Value v) || !UnlistedAttributes.fits(v, set, entry.get())) {
            return removed(e.tag(), Reason.DISGUISED);
        }
        Vr vr = UnlistedAttributes.declared(e, entry.get());
        Optional<DataElement> swept = swept(capped(e, set), set, vr);
        if (swept.filter(s -> s.equals(capped(e, set))).isPresent()) {
            note(e.tag(), Action.KEEP, Reason.PROFILE);
        }
        return swept;
    }

    /** Ages above 89 years single people out (45 CFR 164.514(b)(2)(i)(C)). */
    private static DataElement capped(DataElement e, DataSet set) {
        String age = e.tag() == PATIENT_AGE ? set.text(e.tag()).toUpperCase(java.util.Locale.ROOT) : "";
        boolean old = age.matches("\\d{3}Y") && Integer.parseInt(age.substring(0, 3)) > OLDEST;
        return old ? DataSet.builder().text(PATIENT_AGE, Vr.AS, "090Y").build().element(PATIENT_AGE).orElseThrow() : e;
    }

    private Optional<DataElement> swept(DataElement e, DataSet set, Vr vr) {
        boolean term = TERMS.contains(e.tag()) || Tag.group(e.tag()) == 0x0028;
        if (!Identifiers.mayStandIn(vr) || term || set.strings(e.tag()).stream().noneMatch(identifiers::areIn)) {
            return Optional.of(e);
        }
        return CODE.contains(e.tag())
                ? noted(DummyValues.of(e.tag(), vr), Action.DUMMY, Reason.IDENTIFIER)
                : noted(empty(e.tag(), vr), Action.EMPTY, Reason.IDENTIFIER);
    }

    /** The UIDs of an element that is looked after elsewhere, replaced as all are. */
    Optional<DataElement> uid(DataElement e, DataSet set) {
        return uids(e, set, Reason.PROFILE);
    }

    private Optional<DataElement> uids(DataElement e, DataSet set, Reason reason) {
        List<String> all = set.strings(e.tag());
        if (all.stream().allMatch(String::isEmpty)) {
            return Optional.of(empty(e.tag(), Vr.UI));
        }
        all.stream().filter(u -> !u.isEmpty()).forEach(replaced::add);
        return noted(mapped(e.tag(), Vr.UI, all, u -> u.isEmpty() ? "" : key.uid(u)), Action.UID, reason);
    }

    private static DataElement mapped(int tag, Vr vr, List<String> values, UnaryOperator<String> to) {
        String joined = values.stream().map(to).collect(Collectors.joining("\\"));
        return DataSet.builder().text(tag, vr, joined).build().element(tag).orElseThrow();
    }

    private Optional<DataElement> shifted(DataElement e, DataSet set, Vr vr) {
        List<String> moved = new ArrayList<>();
        for (String value : set.strings(e.tag())) {
            Optional<String> to = value.isEmpty()
                    ? Optional.of("")
                    : vr == Vr.DA ? shift.date(value) : shift.dateTime(value);
            if (to.isEmpty()) {
                // A date that cannot be read cannot be moved; what the attribute may be without says the table.
                Action basic = profile.row(e.tag())
                        .map(r -> profile.action(r, Set.of(), sopClass, false, vr)).orElse(Action.REMOVE);
                return basic == Action.REMOVE
                        ? removed(e.tag(), Reason.DISGUISED)
                        : noted(basic == Action.EMPTY ? empty(e.tag(), vr) : DummyValues.of(e.tag(), vr), basic,
                                Reason.DISGUISED);
            }
            moved.add(to.get());
        }
        return noted(mapped(e.tag(), vr, moved, v -> v), Action.SHIFT, Reason.PROFILE);
    }
}
