package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What a case is found by, in the table {@code case_term}: the words of the patient's name and identifier, and its
 * clips.
 *
 * <p>Plain words are sought by their beginning. Encrypted ones cannot be, so each beginning of a word stands there by
 * itself, as bytes that only the key can make (a blind index).
 */
final class Terms {
    static final String PATIENT = "patient";
    static final String CLIP = "clip";
    /** The patient's identifier as a whole, which is not sought by its beginning. */
    static final String IDENTIFIER = "identifier";

    /** Beginnings of encrypted words longer than this are not told apart (engineering default). */
    private static final int LONGEST_BEGINNING = 16;
    /** Higher than any byte of UTF-8. */
    private static final byte BEYOND = (byte) 0xff;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Seal seal;

    Terms(Seal seal) {
        this.seal = seal;
    }

    /** One row: its kind and its bytes. */
    private record Term(String kind, ByteBuffer bytes) {}

    /** Brings the rows of a case from one state to the next. */
    void replace(Handle h, String id, ObjectNode before, ObjectNode after) throws StoreException {
        if (before.path("patient").equals(after.path("patient"))
                && before.path("clips").equals(after.path("clips"))) {
            return;
        }
        Set<Term> old = of(before);
        Set<Term> now = of(after);
        Set<Term> gone = new HashSet<>(old);
        gone.removeAll(now);
        Set<Term> come = new HashSet<>(now);
        come.removeAll(old);
        execute(h, "DELETE FROM case_term WHERE kind = :kind AND term = :term AND case_id = :id", id, gone);
        execute(h, "INSERT INTO case_term (kind, term, case_id) VALUES (:kind, :term, :id)", id, come);
    }

    private static void execute(Handle h, String sql, String id, Set<Term> terms) {
        if (!terms.isEmpty()) {
            PreparedBatch batch = h.prepareBatch(sql);
            for (Term t : terms) {
                batch.bind("kind", t.kind()).bind("term", t.bytes().array()).bind("id", id).add();
            }
            batch.execute();
        }
    }

    /** How many rows of the table are missing or too many, given all there are of that case. */
    long wrong(Handle h, String id, ObjectNode tree) throws StoreException {
        Set<Term> stored = new HashSet<>(h.createQuery("SELECT kind, term FROM case_term WHERE case_id = :id")
                .bind("id", id)
                .map((row, context) -> new Term(row.getString("kind"), ByteBuffer.wrap(row.getBytes("term")))).list());
        Set<Term> right = of(tree);
        long missing = right.stream().filter(t -> !stored.contains(t)).count();
        return missing + stored.stream().filter(t -> !right.contains(t)).count();
    }

    private Set<Term> of(ObjectNode tree) throws StoreException {
        Set<Term> terms = new HashSet<>();
        JsonNode patient = tree.path("patient");
        Set<String> words = new LinkedHashSet<>(words(patient.path("name").asText("")));
        String identifier = patient.path("id").asText("");
        words.addAll(words(identifier));
        // 12-34/5 is also found as 12345.
        words.addAll(words(SEPARATORS.matcher(identifier).replaceAll("")));
        for (String word : words) {
            if (seal.isPlain()) {
                terms.add(term(PATIENT, word));
            } else {
                int length = word.codePointCount(0, word.length());
                for (int i = 1; i <= Math.min(length, LONGEST_BEGINNING); i++) {
                    terms.add(term(PATIENT, word.substring(0, word.offsetByCodePoints(0, i))));
                }
            }
        }
        if (!tree.isEmpty()) {
            terms.add(term(IDENTIFIER, identifier.strip()));
        }
        for (JsonNode clip : tree.path("clips")) {
            terms.add(term(CLIP, clip.path("sopInstanceUid").asText("")));
        }
        return terms;
    }

    private Term term(String kind, String word) throws StoreException {
        return new Term(kind, ByteBuffer.wrap(bytes(kind, word)));
    }

    /** The stored bytes of a word as a whole. */
    byte[] bytes(String kind, String word) throws StoreException {
        return seal.closeAlike(word.getBytes(StandardCharsets.UTF_8), "term " + kind);
    }

    /**
     * The stored bytes from which on, and up to which, words begin as asked.
     *
     * @param to the first that does not
     */
    record Range(ByteBuffer from, ByteBuffer to) {}

    /** A range for each word of {@code text}; none where it has no letter and no digit. */
    List<Range> ranges(String text) throws StoreException {
        List<Range> ranges = new ArrayList<>();
        for (String word : words(text)) {
            int length = Math.min(word.codePointCount(0, word.length()), LONGEST_BEGINNING);
            String begin = seal.isPlain() ? word : word.substring(0, word.offsetByCodePoints(0, length));
            byte[] from = bytes(PATIENT, begin);
            byte[] to = Arrays.copyOf(from, from.length + 1);
            to[from.length] = seal.isPlain() ? BEYOND : 0;
            ranges.add(new Range(ByteBuffer.wrap(from), ByteBuffer.wrap(to)));
        }
        return ranges;
    }

    /** The words of {@code text} in small letters without accents, whatever stands between them. */
    static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS.splitAsStream(plain.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).distinct().toList();
    }
}
