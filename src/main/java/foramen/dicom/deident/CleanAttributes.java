package foramen.dicom.deident;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomFile;
import foramen.domain.deident.Action;
import foramen.domain.deident.DeidentOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Holds the attributes of a copy that was read again to the profile and to what must not be in it. */
final class CleanAttributes {
    /** Of the preamble. */
    private static final int PREAMBLE = 128;
    private static final Set<Integer> META = Set.of(Tag.FILE_META_LENGTH, Tag.FILE_META_VERSION,
            Tag.MEDIA_SOP_CLASS_UID, Tag.MEDIA_SOP_INSTANCE_UID, Tag.TRANSFER_SYNTAX_UID,
            Tag.IMPLEMENTATION_CLASS_UID, Tag.IMPLEMENTATION_VERSION);

    private final AttributeCleaner cleaner;
    private final Set<DeidentOption> options;
    private final String sopClass;
    private final ConfidentialityProfile profile = ConfidentialityProfile.standard();

    CleanAttributes(AttributeCleaner cleaner, Set<DeidentOption> options, String sopClass) {
        this.cleaner = cleaner;
        this.options = options;
        this.sopClass = sopClass;
    }

    static void require(boolean holds, String otherwise) throws DeidentException {
        if (!holds) {
            throw new DeidentException(DeidentException.Kind.FAILED,
                    "its copy does not keep what it should: " + otherwise + "; it was not kept");
        }
    }

    static void preamble(Path written) throws IOException, DeidentException {
        try (InputStream in = Files.newInputStream(written)) {
            require(Arrays.equals(in.readNBytes(PREAMBLE), new byte[PREAMBLE]), "the preamble is not empty");
        }
    }

    void check(DicomFile file) throws DeidentException {
        for (DataElement e : file.meta().elements()) {
            require(META.contains(e.tag()), "the file meta information holds " + Tag.format(e.tag()));
        }
        check(file.data(), 0);
    }

    private void check(DataSet data, int depth) throws DeidentException {
        for (DataElement e : data.elements()) {
            String name = Tag.format(e.tag());
            int group = Tag.group(e.tag()) & 0xFF00;
            require(!Tag.isPrivate(e.tag()) && group != 0x5000 && group != 0x6000, name + " is still there");
            Optional<ConfidentialityProfile.Row> row = profile.row(e.tag());
            if (row.isPresent()) {
                Action action = profile.action(row.get(), options, sopClass, depth == 0, e.vr());
                require(action != Action.REMOVE, name + " is still there");
            }
            if (e instanceof DataElement.Sequence s) {
                for (DataSet item : s.items()) {
                    check(item, depth + 1);
                }
            } else {
                value(data, e, name, depth);
            }
        }
    }

    private void value(DataSet data, DataElement e, String name, int depth) throws DeidentException {
        require(e instanceof DataElement.Value, name + " lies outside the data set");
        if (e.vr() == Vr.UI) {
            require(data.strings(e.tag()).stream().noneMatch(u -> cleaner.replacedUids().contains(u)
                    && !UnlistedAttributes.isClass(e.tag())), name + " still holds a UID of the source");
            return;
        }
        boolean ours = depth == 0 && (e.tag() == CleanObject.METHOD || e.tag() == Tag.IMAGE_TYPE
                || e.tag() == Tag.MODALITY || e.tag() == Tag.SPECIFIC_CHARACTER_SET || Tag.group(e.tag()) == 0x0028);
        boolean ownCode = e.tag() == Tag.CODE_MEANING && data.text(Tag.CODING_SCHEME).equals("DCM");
        require(ours || ownCode || !Identifiers.mayStandIn(e.vr())
                || data.strings(e.tag()).stream().noneMatch(cleaner.identifiers()::areIn),
                name + " still holds a name or number of the source");
    }
}
