package foramen.dicom.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was wrong with a file: each thing once, and no more of them than a person will read. */
final class Warnings {
    private static final int MOST = 50;

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        }
    }

    List<String> list() {
        return List.copyOf(sentences);
    }
}
