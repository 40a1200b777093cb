package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.patient.Patient;
import foramen.domain.plan.NeedlePlan;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words in the corners of a picture; each corner has one text. */
public final class CornerTexts {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Case casefile;
    private final ClipInfo clip;
    private final int frameIndex;
    private final PictureWords say;

    /**
     * @param casefile the case
     * @param clip the clip
     * @param frameIndex the frame shown, from 0
     * @param locale for numbers
     */
    public CornerTexts(Case casefile, ClipInfo clip, int frameIndex, Locale locale) {
        this(casefile, clip, frameIndex, PictureWords.plain(locale));
    }

    CornerTexts(Case casefile, ClipInfo clip, int frameIndex, PictureWords say) {
        this.casefile = casefile;
        this.clip = clip;
        this.frameIndex = frameIndex;
        this.say = say;
    }

    /** The texts of all corners that have one. */
    List<Mark> marks(OverlayOptions.Info info, List<String> viewNotes) {
        return switch (info) {
            case NONE -> List.of();
            case MINIMAL -> marks(sideCorner(""), corner(Mark.Corner.BOTTOM_LEFT, List.of(calibrationLine())),
                    corner(Mark.Corner.BOTTOM_RIGHT, List.of(frameLine())));
            case FULL -> marks(sideCorner(patientLine()), corner(Mark.Corner.TOP_RIGHT, originLines()),
                    corner(Mark.Corner.BOTTOM_LEFT,
                            List.of(joined(Stream.concat(viewNotes.stream(), Stream.of(calibrationLine()))))),
                    corner(Mark.Corner.BOTTOM_RIGHT, List.of(joined(Stream.of(frameLine(), timeLine())))));
        };
    }

    private static List<Mark> marks(Mark.CornerText... corners) {
        return Stream.of(corners).filter(c -> !c.lines().isEmpty() || !c.badge().isEmpty()).<Mark>map(c -> c)
                .toList();
    }

    private static Mark.CornerText corner(Mark.Corner corner, List<String> lines) {
        return corner(corner, "", lines);
    }

    private static Mark.CornerText corner(Mark.Corner corner, String badge, List<String> lines) {
        return new Mark.CornerText(corner, badge, lines.stream().filter(l -> !l.isBlank()).toList(),
                OverlayPalette.TEXT, OverlayPalette.CORNER_SIZE);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(p -> !p.isBlank()).collect(Collectors.joining(" · "));
    }

    /** The side as a letter to be seen from afar, beside what else is agreed and {@code second}. */
    private Mark.CornerText sideCorner(String second) {
        String side = side(casefile.annotationsOn(frame()));
        String letter = side.length() == 1 || side.startsWith(" ", 1) ? side.substring(0, 1) : "";
        String words = side.substring(letter.length()).strip();
        return corner(Mark.Corner.TOP_LEFT, letter, List.of(joined(Stream.concat(Stream.of(words), planeAndLevel())),
                second));
    }

    /** Side, plane and level, as far as all that is drawn on the frame agrees; permanent while annotating. */
    public String sideLine() {
        return joined(Stream.concat(Stream.of(side(casefile.annotationsOn(frame()))), planeAndLevel()));
    }

    private Stream<String> planeAndLevel() {
        List<Annotation> drawn = casefile.annotationsOn(frame());
        return Stream
                .of(agreed(drawn.stream().map(Annotation::plane).toList()).map(ScanPlane::shortName),
                        agreed(drawn.stream().map(Annotation::level).toList()).filter(l -> l != ScanLevel.UNSPECIFIED)
                                .map(l -> say.term(l.label())))
                .flatMap(Optional::stream).filter(t -> !t.isEmpty());
    }

    private String side(List<Annotation> drawn) {
        List<Laterality> sides = Stream.concat(drawn.stream().map(Annotation::laterality),
                casefile.plansOn(frame()).stream().map(NeedlePlan::laterality)).distinct().toList();
        if (sides.size() > 1) {
            return say.say(PicturePhrase.SIDES);
        }
        Laterality stated = clip.laterality();
        Laterality side = sides.isEmpty() ? casefile.sideOn(clip) : sides.getFirst();
        if (side == Laterality.UNSPECIFIED) {
            return stated == Laterality.UNSPECIFIED
                    ? say.say(PicturePhrase.SIDE_UNSET)
                    : say.say(PicturePhrase.SIDE_STATED, stated.letter());
        }
        boolean disagrees = stated != Laterality.UNSPECIFIED && stated != side && side != Laterality.BILATERAL;
        return disagrees
                ? say.say(PicturePhrase.SIDE_DISAGREES, side.letter(), say.term(stated.words()))
                : side.letter();
    }

    private static <T> Optional<T> agreed(List<T> values) {
        return values.stream().distinct().count() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Name, identifier, sex. */
    private String patientLine() {
        Patient p = casefile.patient().equals(Patient.UNKNOWN) ? clip.patient() : casefile.patient();
        return joined(Stream.of(Wording.personName(p.name()), p.id().isBlank() ? "" : "ID " + p.id().strip(),
                p.sex().strip()));
    }

    private List<String> originLines() {
        return List.of(joined(Stream.of(clip.origin().institution(), dateTime().orElse(""))),
                joined(Stream.of(clip.origin().accession(), clip.origin().description())));
    }

    /** When the clip was taken, as the file says. */
    public Optional<String> dateTime() {
        return clip.acquired().map(DATE_TIME::format);
    }

    /** Where the scale comes from, or that there is none. */
    public String calibrationLine() {
        return say.say(PicturePhrase.SCALE, say.term(casefile.calibrationOf(clip).summary()));
    }

    /** The frame number, from 1, of how many. */
    public String frameLine() {
        return say.say(PicturePhrase.FRAME, frame().number() + "/" + clip.frames());
    }

    private String timeLine() {
        return number(clip.timing().framesPerSecond(), 1) + " fps · "
                + number(clip.timing().startMillis(frameIndex) / 1000, 2) + " s";
    }

    private String number(double value, int decimals) {
        NumberFormat f = NumberFormat.getNumberInstance(say.locale());
        f.setMinimumFractionDigits(decimals);
        f.setMaximumFractionDigits(decimals);
        return f.format(value);
    }

    private FrameRef frame() {
        return new FrameRef(clip.identity().sopInstanceUid(), frameIndex);
    }
}
