package foramen.app.command;

import foramen.domain.anatomy.Laterality;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a side: left or right. */
final class SideWord implements ITypeConverter<Laterality> {
    @Override
    public Laterality convert(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "left" -> Laterality.LEFT;
            case "right" -> Laterality.RIGHT;
            default -> throw new TypeConversionException("'" + text + "' is no side; it is left or right");
        };
    }
}
