package foramen.report.document;

import foramen.domain.casefile.ImageRole;
import foramen.report.SetPictures;
import foramen.report.document.Section.Picture;
import foramen.report.document.Section.Pictures;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pictures of the image set in a report: a contact sheet of one page, and each of them large. */
final class ImageSetSections {
    private final ReportContext c;
    private final List<Picture> large = new ArrayList<>();
    private final List<Picture> small = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    ImageSetSections(ReportContext context) {
        this.c = context;
    }

    /** A picture that was marked and could be made; the small one is the same file, so that it is stored once. */
    void there(String name, Picture picture) {
        large.add(picture);
        small.add(new Picture(picture.source(), c.text("contact.alternative", name), picture.caption()));
    }

    /** A picture that is not marked, or that could not be made. */
    void absent(String name, SetPictures.Marked marked) {
        if (marked.frame().isPresent()) {
            troubles.add(name + ": " + c.words().terms().said(marked.why()));
        }
    }

    /** The sections; without a picture of the set there is no contact sheet. */
    List<Section> all(Optional<Picture> inView) {
        List<Section> sections = new ArrayList<>();
        if (!small.isEmpty()) {
            sections.add(rest(c.section("contact").add(new Pictures(small))).build());
        }
        List<Picture> pictures = new ArrayList<>(large);
        inView.ifPresent(pictures::add);
        sections.add(rest(c.section("images").add(new Pictures(pictures))).build());
        return sections;
    }

    /** What is not there, and why. */
    private Section.Builder rest(Section.Builder b) {
        troubles.forEach(t -> b.text(t, Tone.CAUTION));
        List<ImageRole> missing = c.casefile().missingImages();
        int many = ImageRole.values().length;
        b.text(missing.isEmpty()
                ? c.text("images.complete", many)
                : c.text("images.missing", many, missing.stream()
                        .map(r -> r.number() + " " + c.words().terms().of(r, r.label()))
                        .collect(Collectors.joining(", "))),
                Tone.QUIET);
        return b;
    }
}
