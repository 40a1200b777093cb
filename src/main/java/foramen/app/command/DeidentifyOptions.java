package foramen.app.command;

import foramen.domain.deident.Box;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelPolicy.WithoutRegions;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a batch of de-identified copies is to be like, as options. */
final class DeidentifyOptions {
    @Option(names = "--key", paramLabel = "FILE", description = "The key for UIDs, pseudonyms and dates; made where it is not there. Default: deident.key in the folder of records.")
    @Nullable
    Path key;

    @Option(names = "--mask", paramLabel = "x,y,w,h", converter = Boxes.class, description = "Overwrite this box in every frame, inside regions too; repeat for more.")
    private List<Box> masks = List.of();

    @Option(names = "--keep-area", paramLabel = "x,y,w,h", converter = Boxes.class, description = "Overwrite all outside this area instead of all outside the ultrasound regions; repeat for more.")
    private List<Box> areas = List.of();

    @Option(names = "--no-burned-in-text", description = "You have looked: files without regions have no text in the picture.")
    private boolean noText;

    @Option(names = "--leave-pixels", description = "Overwrite nothing, and say that the picture may hold text.")
    private boolean leave;

    @Option(names = "--remember-mask", description = "Use these boxes and areas for all screens of the same scanner from now on.")
    boolean remember;

    @Option(names = "--keep-dates-shifted", description = "Keep dates, moved by a secret number of days for each patient.")
    private boolean dates;

    @Option(names = "--keep-patient-characteristics", description = "Keep sex, age, size, weight and the like.")
    private boolean characteristics;

    @Option(names = "--keep-device", description = "Keep serial numbers and names of devices.")
    private boolean device;

    @Option(names = "--keep-institution", description = "Keep where the image was taken.")
    private boolean institution;

    @Option(names = "--pseudonym", paramLabel = "[ID=]NAME", description = "Call the patient of this Patient ID, or the only patient, NAME; repeat for more.")
    private List<String> names = List.of();

    /** The options of the profile. */
    Set<DeidentOption> options() {
        EnumSet<DeidentOption> options = EnumSet.noneOf(DeidentOption.class);
        Map<DeidentOption, Boolean> asked = Map.of(DeidentOption.DATES_SHIFTED, dates,
                DeidentOption.PATIENT_CHARACTERISTICS, characteristics, DeidentOption.DEVICE, device,
                DeidentOption.INSTITUTION, institution);
        asked.forEach((option, yes) -> {
            if (yes) {
                options.add(option);
            }
        });
        return options;
    }

    /** What is said about the picture; empty with a sentence where it contradicts itself. */
    PixelPolicy pixels() {
        return new PixelPolicy(areas, masks,
                leave ? WithoutRegions.LEAVE : noText ? WithoutRegions.NO_TEXT : WithoutRegions.REFUSE);
    }

    /** Why the options do not go together; empty where they do. */
    String contradiction() {
        if (leave && (noText || !masks.isEmpty() || !areas.isEmpty())) {
            return "--leave-pixels overwrites nothing, so it goes with none of --mask, --keep-area and"
                    + " --no-burned-in-text.";
        }
        if (remember && masks.isEmpty() && areas.isEmpty()) {
            return "--remember-mask needs --mask or --keep-area to remember.";
        }
        for (String name : pseudonyms().values()) {
            if (name.isBlank() || name.length() > 64 || !name.matches("[\\p{L}\\p{N}._-]+")) {
                return "a pseudonym is 1 to 64 letters, digits, dots, dashes and underlines, without spaces.";
            }
        }
        return "";
    }

    /** The given pseudonyms by Patient ID; the one without, under the empty text. */
    Map<String, String> pseudonyms() {
        Map<String, String> given = new HashMap<>();
        for (String name : names) {
            int at = name.lastIndexOf('=');
            given.put(at < 0 ? "" : name.substring(0, at).strip(), name.substring(at + 1));
        }
        return given;
    }

    /** {@code x,y,w,h}. */
    static final class Boxes implements ITypeConverter<Box> {
        @Override
        public Box convert(String text) {
            try {
                return Box.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
