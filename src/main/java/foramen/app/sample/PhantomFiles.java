package foramen.app.sample;

import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.domain.clip.Frame;
import foramen.domain.patient.Patient;
import foramen.job.Progress;
import foramen.phantom.PhantomCatalog;
import foramen.phantom.PhantomClip;
import foramen.phantom.PhantomGenerator;
import foramen.phantom.PhantomIdentity;
import foramen.phantom.PhantomSample;
import foramen.phantom.PhantomTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Joins phantom and DICOM writer: each sample becomes a clip file and a truth file beside it. */
public final class PhantomFiles {
    /** Keeps the whole set under 20 MB; carts store clips at a like quality (engineering default). */
    private static final double JPEG_QUALITY = 0.6;
    private static final double DEPTH_MM = 90;
    private static final double THERMAL_INDEX = 0.3;
    private static final double MECHANICAL_INDEX = 0.9;

    private PhantomFiles() {}

    /**
     * Writes the whole sample set of {@code seed} into {@code folder}, replacing files of the same names.
     *
     * @return the files, clip and truth in turn
     */
    public static List<Path> write(Path folder, long seed, Progress progress) throws IOException {
        Files.createDirectories(folder);
        List<PhantomSample> samples = PhantomCatalog.samples(seed);
        List<Path> files = new ArrayList<>();
        PhantomClip clip = null;
        for (int i = 0; i < samples.size(); i++) {
            PhantomSample sample = samples.get(i);
            Progress part = progress.part((double) i / samples.size(), (i + 1.0) / samples.size());
            // The variants show the same clip in other encodings; it takes seconds to make.
            if (clip == null || !clip.spec().equals(sample.spec())) {
                clip = new PhantomGenerator().generate(sample.spec(), part);
            }
            progress.report((double) i / samples.size(), sample.name());
            files.addAll(write(folder, sample, clip));
        }
        progress.report(1, "Done");
        return files;
    }

    /**
     * Writes one sample: its clip, then its truth.
     *
     * @param clip made from the sample's own specification
     */
    public static List<Path> write(Path folder, PhantomSample sample, PhantomClip clip) throws IOException {
        Path file = folder.resolve(sample.clipFile());
        new UltrasoundMultiframeWriter(JPEG_QUALITY).write(file, object(sample, clip), sample.spec().frames(),
                frames(sample, clip), encoding(sample));
        Path truth = folder.resolve(sample.truthFile());
        Files.writeString(truth, PhantomTruth.json(clip, sample.clipFile()));
        return List.of(file, truth);
    }

    private static UltrasoundObject object(PhantomSample sample, PhantomClip clip) {
        PhantomIdentity who = sample.spec().identity();
        Patient patient = new Patient(who.name(), who.id(), Optional.of(who.birthDate()), who.sex(), Optional.empty());
        String seed = "foramen phantom " + sample.spec().seed();
        return new UltrasoundObject(patient,
                UltrasoundObject.Uids.fromSeeds("foramen phantom " + sample.pair(), sample.name(), seed),
                who.acquired(),
                new UltrasoundObject.Scanner("Foramen", "Phantom", "1", "Foramen Phantom Clinic", "C5-2",
                        "CURVED LINEAR", OptionalDouble.of(DEPTH_MM), OptionalDouble.of(THERMAL_INDEX),
                        OptionalDouble.of(MECHANICAL_INDEX)),
                new UltrasoundObject.Study("PHANTOM", "1", "Deep gluteal region, synthetic", sample.description(), 1, 1,
                        List.of("ORIGINAL", "PRIMARY", "MUSCULOSKELETAL", "0001"), true),
                sample.spec().side(), clip.regions(), sample.spec().frameMillis());
    }

    private static PixelEncoding encoding(PhantomSample sample) {
        return switch (sample.encoding()) {
            case JPEG_BASELINE -> PixelEncoding.JPEG_BASELINE;
            case RGB_UNCOMPRESSED -> PixelEncoding.RGB;
            case RGB_RLE -> PixelEncoding.RLE_RGB;
            case MONOCHROME2_UNCOMPRESSED -> PixelEncoding.MONOCHROME2;
            case PALETTE_UNCOMPRESSED -> PixelEncoding.PALETTE_COLOR;
        };
    }

    private static IntFunction<Frame> frames(PhantomSample sample, PhantomClip clip) {
        return switch (sample.encoding()) {
            case JPEG_BASELINE, RGB_UNCOMPRESSED, RGB_RLE -> clip::colour;
            case MONOCHROME2_UNCOMPRESSED -> index -> mapped(clip, index, greys());
            case PALETTE_UNCOMPRESSED -> index -> mapped(clip, index, PhantomClip.palette());
        };
    }

    private static Frame mapped(PhantomClip clip, int index, int[] map) {
        byte[] grey = clip.screens().get(index);
        int[] argb = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            argb[i] = map[grey[i] & 0xFF];
        }
        return new Frame(clip.spec().columns(), clip.spec().rows(), argb);
    }

    private static int[] greys() {
        int[] map = new int[256];
        for (int g = 0; g < map.length; g++) {
            map[g] = 0xFF000000 | g * 0x010101;
        }
        return map;
    }
}
