package foramen.app.command;

import foramen.domain.anatomy.ScanPlane;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a plane: short-axis or long-axis. */
final class PlaneWord implements ITypeConverter<ScanPlane> {
    @Override
    public ScanPlane convert(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "short-axis" -> ScanPlane.SHORT_AXIS;
            case "long-axis" -> ScanPlane.LONG_AXIS;
            default -> throw new TypeConversionException("'" + text + "' is no plane; it is short-axis or long-axis");
        };
    }

    /** The plane as it is typed. */
    static String word(ScanPlane plane) {
        return plane.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
