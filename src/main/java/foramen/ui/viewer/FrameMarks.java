package foramen.ui.viewer;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.ui.support.Words;
import foramen.workspace.follow.FrameState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the timeline says of the frames of a clip, as runs of frames that say the same.
 *
 * @param runs in order, not overlapping
 */
record FrameMarks(List<Run> runs) {
    /** Nothing to say. */
    static final FrameMarks NONE = new FrameMarks(List.of());

    /** What a frame carries; of several the one that needs the operator most. The form of each differs, not only the colour. */
    enum Kind {
        /** A followed outline that drifts: tall. */
        DRIFTING,
        /** A followed outline nobody has looked at: hollow. */
        OPEN,
        /** A followed outline that was rejected: broken. */
        REJECTED,
        /** An outline that others were followed from: a diamond. */
        KEY,
        /** A followed outline that was accepted: solid. */
        ACCEPTED,
        /** Something drawn on this frame alone, or a plan: solid, in the colour of text. */
        DRAWN;

        /** The name its look goes by. */
        String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Frames in a row that carry the same.
     *
     * @param first from 0
     * @param last included
     */
    record Run(int first, int last, Kind kind) {}

    /** Copies the runs. */
    FrameMarks {
        runs = List.copyOf(runs);
    }

    /** What the clip of that UID carries in {@code casefile}. */
    static FrameMarks of(Case casefile, String clipUid) {
        Map<Integer, Kind> byFrame = new TreeMap<>();
        casefile.annotations().stream().filter(a -> a.frame().sopInstanceUid().equals(clipUid))
                .forEach(a -> put(byFrame, a.frame().index(), kind(a)));
        casefile.plans().stream().filter(p -> p.frame().sopInstanceUid().equals(clipUid))
                .forEach(p -> put(byFrame, p.frame().index(), Kind.DRAWN));
        List<Run> runs = new ArrayList<>();
        byFrame.forEach((frame, kind) -> {
            // Key frames and drawings stand alone; each is a place to go to.
            boolean joins = !runs.isEmpty() && runs.getLast().kind() == kind && runs.getLast().last() == frame - 1
                    && kind != Kind.KEY && kind != Kind.DRAWN;
            if (joins) {
                runs.set(runs.size() - 1, new Run(runs.getLast().first(), frame, kind));
            } else {
                runs.add(new Run(frame, frame, kind));
            }
        });
        return new FrameMarks(runs);
    }

    private static void put(Map<Integer, Kind> byFrame, int frame, Kind kind) {
        byFrame.merge(frame, kind, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static Kind kind(Annotation a) {
        if (a.follow().isEmpty()) {
            return Kind.DRAWN;
        }
        return switch (FrameState.of(a)) {
            case KEY -> Kind.KEY;
            case ACCEPTED -> Kind.ACCEPTED;
            case OPEN -> Kind.OPEN;
            case DRIFTING -> Kind.DRIFTING;
            case REJECTED -> Kind.REJECTED;
        };
    }

    /** In words, for those who cannot see the marks; empty where nothing was followed. */
    String words(Words words) {
        List<String> parts = Stream.of(Kind.values()).filter(k -> k != Kind.DRAWN).map(k -> words(k, count(k), words))
                .filter(w -> !w.isEmpty()).toList();
        return String.join(", ", parts);
    }

    private int count(Kind kind) {
        return runs.stream().filter(r -> r.kind() == kind).mapToInt(r -> r.last() - r.first() + 1).sum();
    }

    private static String words(Kind kind, int n, Words words) {
        if (n == 0) {
            return "";
        }
        return words.count("marks." + kind.styleClass(), n);
    }
}
