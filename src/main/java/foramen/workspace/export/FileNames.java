package foramen.workspace.export;

import foramen.domain.casefile.Case;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for exported files that every file system takes: ASCII letters, digits, hyphens and underscores. */
final class FileNames {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern EDGE_HYPHENS = Pattern.compile("^-+|-+$");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int LONGEST_PART = 40;

    private FileNames() {}

    /** The stem, without number and extension, such as {@code foramen_1f0c33aa_clip1_f031_annotated}. */
    static String stem(ExportSubject subject, ExportKind kind, FileNaming naming) {
        return stem(subject, kind.nameSuffix(), naming);
    }

    static String stem(ExportSubject subject, String suffix, FileNaming naming) {
        return String.format(Locale.ROOT, "foramen_%s_%s_f%03d_%s", owner(subject.casefile(), naming),
                clip(subject), subject.frame().number(), suffix);
    }

    private static String owner(Case casefile, FileNaming naming) {
        return switch (naming) {
            case CASE -> casefile.id().shortName();
            case PATIENT -> safe(casefile.patient().label(), "patient");
        };
    }

    /** The clip by its place in the case: descriptions and file names may hold the patient's name. */
    private static String clip(ExportSubject subject) {
        String uid = subject.frame().sopInstanceUid();
        for (int i = 0; i < subject.casefile().clips().size(); i++) {
            if (subject.casefile().clips().get(i).sopInstanceUid().equals(uid)) {
                return "clip" + (i + 1);
            }
        }
        return "clip";
    }

    /** {@code text} in ASCII letters, digits and single hyphens; {@code otherwise} where nothing of it is left. */
    static String safe(String text, String otherwise) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String hyphened = EDGE_HYPHENS.matcher(UNSAFE.matcher(plain).replaceAll("-")).replaceAll("");
        String cut = EDGE_HYPHENS.matcher(shorten(hyphened, LONGEST_PART)).replaceAll("");
        return cut.isEmpty() ? otherwise : cut;
    }

    private static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
