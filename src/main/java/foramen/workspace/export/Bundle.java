package foramen.workspace.export;

import foramen.domain.delivery.Companion;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All documents of one export, in the order they are written.
 *
 * @param subject what is exported
 * @param kinds what it is exported as
 * @param frames the frames, from 0, of documents that show one frame
 * @param naming what the names give away
 * @param caseVersion the version of the case in the store, where it is saved
 */
public record Bundle(ExportSubject subject, Set<ExportKind> kinds, List<Integer> frames, FileNaming naming,
        OptionalLong caseVersion) {
    /** Copies kinds and frames; refuses a bundle of no frame. */
    public Bundle {
        kinds = Set.copyOf(kinds);
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("An export has at least one frame");
        }
    }

    /**
     * The documents, each kind with its frame. The structured report comes last, because it names the others; a document
     * about the whole case is made on the frame in view.
     */
    public List<Companion> documents() {
        List<Companion> all = new ArrayList<>();
        List<ExportKind> ordered = kinds.stream().sorted(Comparator.comparing(Bundle::namesOthers)
                .thenComparing(Comparator.naturalOrder())).toList();
        for (ExportKind kind : ordered) {
            if (kind.isPerFrame()) {
                frames.forEach(f -> all.add(new Companion(kind, f)));
            } else {
                all.add(new Companion(kind, subject.frameIndex()));
            }
        }
        return all;
    }

    private static boolean namesOthers(ExportKind kind) {
        return kind == ExportKind.STRUCTURED_REPORT;
    }

    /** What a document will be called, ending included; one that is there already makes it get a number. */
    public String fileName(Companion document) {
        return ExportPreview.fileName(subject.on(document.frameIndex(), List.of()), document.kind(), naming);
    }
}
