package foramen.app.command;

import foramen.domain.anatomy.ScanLevel;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a level, such as {@code gluteal-fold}. */
final class LevelWord implements ITypeConverter<ScanLevel> {
    @Override
    public ScanLevel convert(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(ScanLevel.values()).filter(l -> l != ScanLevel.UNSPECIFIED && word(l).equals(wanted))
                .findFirst().orElseThrow(() -> new TypeConversionException("'" + text + "' is no level; it is one of "
                        + Arrays.stream(ScanLevel.values()).filter(l -> l != ScanLevel.UNSPECIFIED).map(LevelWord::word)
                                .collect(Collectors.joining(", "))));
    }

    /** The level as it is typed. */
    static String word(ScanLevel level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
