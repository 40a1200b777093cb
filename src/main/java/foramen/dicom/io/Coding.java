package foramen.dicom.io;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import java.io.IOException;
import java.util.Optional;

/**
 * How elements are laid down.
 *
 * @param explicit whether they name their value representation
 * @param bigEndian whether numbers start with their highest byte
 */
record Coding(boolean explicit, boolean bigEndian) {
    static final Coding EXPLICIT_LITTLE = new Coding(true, false);
    static final Coding IMPLICIT_LITTLE = new Coding(false, false);

    static Coding of(TransferSyntax syntax) {
        return new Coding(syntax.isExplicit(), syntax.isBigEndian());
    }

    /** What the first element at {@code at} looks like, if it looks like the start of a data set at all. */
    static Optional<Coding> guess(Cursor in, long at) throws IOException {
        if (in.size() - at < 8) {
            return Optional.empty();
        }
        in.seek(at);
        boolean named = Vr.of(in.peek(4), in.peek(5)).isPresent();
        for (boolean big : new boolean[]{false, true}) {
            int tag = in.peekTag(0, big);
            int group = Tag.group(tag);
            if (group != 0x0002 && group != 0x0004 && group != 0x0008) {
                continue;
            }
            // Group 0800H is no group of the standard read backwards, unless the representation bears that out.
            if (named && (!big || fits(tag, in))) {
                return Optional.of(new Coding(true, big));
            }
            boolean known = !named && (Tag.element(tag) == 0 || DataDictionary.standard().find(tag).isPresent());
            if (!big && known && in.peek32(4, false) <= in.size() - at - 8) {
                return Optional.of(IMPLICIT_LITTLE);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(int tag, Cursor in) throws IOException {
        String vr = "" + (char) in.peek(4) + (char) in.peek(5);
        return vr.equals(Tag.element(tag) == 0
                ? "UL"
                : DataDictionary.standard().find(tag).map(DataDictionary.Entry::vr).orElse(""));
    }

    String words() {
        return (explicit ? "explicit" : "implicit") + (bigEndian ? " big endian" : " little endian");
    }
}
