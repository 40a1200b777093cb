package foramen.report;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.NotApplicableException;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.job.Progress;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything drawn on the clip as ImageJ's {@code RoiSet.zip}: one entry an annotation, at its frame of the stack
 * that {@link ImageJStackExporter} writes, with sub-pixel coordinates.
 *
 * <p>ImageJ counts from the top left corner of the top left pixel, as Foramen does. It has no curves through control
 * points and no ellipse at any angle that it would keep exactly, so these are written as the polygons they are drawn and
 * measured by. ImageJ measures an area by the pixels inside it, Foramen by the polygon: on a small nerve they differ by
 * up to some per cent.
 */
public final class ImageJRoisExporter implements Exporter {
    private static final Color NEEDLE = Color.WHITE;

    private final StructureCatalog catalog;

    /** @param catalog names and colours of the structures */
    public ImageJRoisExporter(StructureCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.IMAGEJ_ROIS;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing ImageJ outlines");
        String clip = subject.frame().sopInstanceUid();
        ZipOutputStream zip = new ZipOutputStream(out);
        Set<String> taken = new HashSet<>();
        boolean any = false;
        for (Annotation a : subject.casefile().annotations()) {
            if (a.frame().sopInstanceUid().equals(clip) && !a.hidden()) {
                progress.checkCancelled();
                for (Roi roi : rois(a)) {
                    put(zip, roi, taken);
                    any = true;
                }
            }
        }
        for (NeedlePlan plan : subject.casefile().plans()) {
            if (plan.frame().sopInstanceUid().equals(clip)) {
                put(zip, needle(plan), taken);
                any = true;
            }
        }
        if (!any) {
            throw new NotApplicableException("Nothing is drawn on this clip; draw an outline first.");
        }
        zip.setComment(MadeBy.words(subject));
        zip.finish();
        out.flush();
        progress.report(1, "ImageJ outlines written");
    }

    private static void put(ZipOutputStream zip, Roi roi, Set<String> taken) throws IOException {
        String name = roi.getName();
        for (int n = 2; !taken.add(roi.getName()); n++) {
            roi.setName(name + " " + n);
        }
        byte[] bytes = RoiEncoder.saveAsByteArray(roi);
        if (bytes == null) {
            throw new IOException("ImageJ cannot store the outline '" + name + "'.");
        }
        zip.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
        zip.write(bytes);
        zip.closeEntry();
    }

    private List<Roi> rois(Annotation a) {
        Structure structure = catalog.get(a.structureId());
        List<Roi> rois = switch (a.shape()) {
            case Shape.Area area -> List.of(polygon(area.polygon().vertices(), Roi.POLYGON));
            case Shape.Polyline line -> List.of(polygon(line.points(), Roi.POLYLINE));
            case Shape.Angle angle -> List.of(polygon(angle.points(), Roi.ANGLE));
            case Shape.Line line -> List.of(line(line.segment()));
            case Shape.Bidirectional two -> List.of(line(two.first()), line(two.second()));
            case Shape.Marker marker -> List.of(point(marker.point()));
            case Shape.Text text -> List.of(point(text.at()));
        };
        List<Roi> named = new ArrayList<>();
        for (Roi roi : rois) {
            roi.setName(safe(words(a, structure) + " f" + (a.frame().index() + 1)));
            place(roi, a.frame().index());
            roi.setStrokeColor(new Color(structure.colour()));
            roi.setProperty("foramen.id", a.id());
            roi.setProperty("foramen.level", a.level().name().toLowerCase(Locale.ROOT));
            named.add(roi);
        }
        return named;
    }

    private static String words(Annotation a, Structure structure) {
        String name = a.shape() instanceof Shape.Text && !a.label().isBlank() ? a.label() : structure.name();
        return a.laterality() == Laterality.UNSPECIFIED ? name : name + " " + a.laterality().words();
    }

    private static Roi needle(NeedlePlan plan) {
        Roi roi = line(plan.path());
        roi.setName(safe("Needle plan" + (plan.targetName().isBlank() ? "" : " " + plan.targetName()) + " f"
                + (plan.frame().index() + 1)));
        place(roi, plan.frame().index());
        roi.setStrokeColor(NEEDLE);
        roi.setProperty("foramen.id", plan.id());
        return roi;
    }

    /** ImageJ counts from 1; it forgets the plain position of a point when it stores it, but not the frame of a series. */
    private static void place(Roi roi, int frameIndex) {
        if (roi instanceof PointRoi) {
            roi.setPosition(1, 1, frameIndex + 1);
        } else {
            roi.setPosition(frameIndex + 1);
        }
    }

    private static Roi polygon(List<Point> points, int type) {
        float[] x = new float[points.size()];
        float[] y = new float[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) points.get(i).x();
            y[i] = (float) points.get(i).y();
        }
        return new PolygonRoi(x, y, type);
    }

    private static Roi line(Segment s) {
        return new Line(s.a().x(), s.a().y(), s.b().x(), s.b().y());
    }

    private static Roi point(Point p) {
        return new PointRoi(p.x(), p.y());
    }

    /** Names of entries hold nothing that a file system would read as a path. */
    private static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ,.()_-]+", "_").strip();
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }
}
