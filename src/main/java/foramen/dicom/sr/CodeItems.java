package foramen.dicom.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.ValueText;
import foramen.dicom.data.Vr;
import foramen.domain.anatomy.Code;
import java.util.List;
import java.util.Optional;

/** Coded concepts as items of a code sequence (DICOM PS3.3 section 8.8) and back. */
public final class CodeItems {
    private static final int LONGEST_VALUE = 16;

    private CodeItems() {}

    /** The item of {@code code}; a value of more than 16 characters becomes a Long Code Value. */
    public static DataSet item(Code code) {
        DataSetBuilder item = DataSet.builder();
        if (code.value().length() <= LONGEST_VALUE) {
            item.text(Tag.CODE_VALUE, Vr.SH, code.value());
        } else {
            item.text(SrTag.LONG_CODE_VALUE, Vr.UC, code.value());
        }
        String meaning = ValueText.lo(code.meaning());
        return item.text(Tag.CODING_SCHEME, Vr.SH, code.scheme())
                .text(Tag.CODE_MEANING, Vr.LO, meaning.isEmpty() ? code.value() : meaning).build();
    }

    /** Puts a sequence of one code into {@code data}. */
    public static void put(DataSetBuilder data, int tag, Code code) {
        data.sequence(tag, List.of(item(code)));
    }

    /** The first code of the sequence at {@code tag}. */
    public static Optional<Code> first(DataSet data, int tag) {
        return data.items(tag).stream().findFirst().flatMap(CodeItems::code);
    }

    private static Optional<Code> code(DataSet item) {
        String value = item.string(Tag.CODE_VALUE).or(() -> item.string(SrTag.LONG_CODE_VALUE))
                .or(() -> item.string(SrTag.URN_CODE_VALUE)).orElse("");
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Code(item.text(Tag.CODING_SCHEME), value, item.text(Tag.CODE_MEANING)));
    }
}
