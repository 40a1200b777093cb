package foramen.report.document;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.PicturePainter;
import foramen.job.Progress;
import foramen.report.PngImages;
import foramen.report.SetPictures;
import foramen.report.document.Section.Picture;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import foramen.report.document.Section.Tone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All parts of a report, in the order of the clinical facts, section 7; each is there even where nothing is recorded. */
final class ReportSections {
    private final ReportContext c;
    private final SetPictures set;
    private final PicturePainter painter;
    private final Progress progress;

    ReportSections(ReportContext context, SetPictures set, PicturePainter painter, Progress progress) {
        this.c = context;
        this.set = set;
        this.painter = painter;
        this.progress = progress;
    }

    List<Section> all() throws IOException {
        PatientSections patient = new PatientSections(c);
        ProcedureSections procedure = new ProcedureSections(c);
        OutcomeSections outcome = new OutcomeSections(c);
        List<Section> all = new ArrayList<>(patient.all());
        all.add(new ImagingSection(c).section());
        all.add(patient.indication());
        all.add(procedure.checklist());
        all.add(procedure.procedure());
        all.add(procedure.observation());
        all.add(procedure.complications());
        all.add(outcome.relief());
        all.add(procedure.next());
        all.add(outcome.followUp());
        all.addAll(images());
        all.add(signature());
        all.add(notes());
        return all;
    }

    /** The set on one page, in its order and small, where one is begun; and each picture large. */
    private List<Section> images() throws IOException {
        ImageSetSections sections = new ImageSetSections(c);
        for (ImageRole role : ImageRole.values()) {
            SetPictures.Marked marked = set.of(role, c.subject(), c.clips(), progress);
            String name = role.number() + " " + c.words().terms().of(role, role.label());
            if (marked.pair().isPresent()) {
                sections.there(name, picture(name, marked.frame().orElseThrow(), marked.pair().get().annotated()));
            } else {
                sections.absent(name, marked);
            }
        }
        return sections.all(c.casefile().images().containsValue(c.subject().frame())
                ? Optional.empty()
                : Optional.of(inView()));
    }

    private Picture inView() throws IOException {
        ExportSubject s = c.subject();
        try {
            return picture(c.text("images.frame"), s.frame(), painter.paint(s, progress).picture());
        } catch (ClipException e) {
            throw new IOException("The frame in view cannot be decoded: " + e.getMessage(), e);
        }
    }

    private Picture picture(String name, FrameRef at, Frame frame) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngImages.write(frame, "Foramen " + c.subject().softwareVersion(), png);
        List<Annotation> drawn = c.casefile().annotationsOn(at);
        List<String> shown = new ArrayList<>(drawn.stream().filter(a -> !a.hidden())
                .map(a -> c.words().terms().of(c.books().structures().get(a.structureId())) + " ("
                        + c.words().terms().of(a.laterality(), a.laterality().words()) + ")")
                .distinct().toList());
        c.casefile().plansOn(at).forEach(p -> shown.add(c.text("column.needle")));
        String caption = c.text("images.caption", name, c.clipNumber(at.sopInstanceUid()), at.number());
        return new Picture(HtmlModel.address(png.toByteArray()), c.text("images.alternative", caption,
                c.side(c.casefile().side()),
                shown.isEmpty()
                        ? c.text("images.nothing")
                        : shown.stream().distinct()
                                .collect(Collectors.joining(", "))),
                caption);
    }

    /** The lines to be filled in by hand are empty on purpose; a space keeps them. */
    private Section signature() {
        return c.section("signature").fact(c.text("sign.by"), Optional.of(c.subject().operator())
                .filter(o -> !o.isBlank()).orElse("\u00a0"), "").add(new Section.Facts(
                        List.of(
                                new Section.Fact(c.text("sign.date"), "\u00a0", ""),
                                new Section.Fact(c.text("sign.sign"), "\u00a0", ""))))
                .build();
    }

    private Section notes() {
        ReportBooks b = c.books();
        List<Row> rows = List.of(Row.of("assessment-tests.json", b.tests().version()),
                Row.of("needle-rules.json", b.needles().version()), Row.of("thresholds.json", b.thresholds()),
                Row.of("products.json", b.doses().products().version()),
                Row.of("dose-limits.json", b.doses().limits().version()),
                Row.of("alerts.json", b.doses().alerts().version()),
                Row.of("safety.json", b.doses().safety().version()),
                Row.of("protocols.json", b.doses().protocols().version()),
                Row.of("outcome-rules.json", b.outcome().version()),
                Row.of("follow-up.json", b.schedule().version()));
        return c.section("notes").text(c.text("disclaimer"), Tone.PLAIN)
                .fact(c.text("software"), "Foramen " + c.subject().softwareVersion())
                .add(new Table(c.text("versions"), c.columns("file", "version"), rows)).build();
    }
}
