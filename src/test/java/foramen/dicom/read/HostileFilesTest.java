package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files changed at random, as a smoke test: nothing but the engine's own exceptions comes out. */
class HostileFilesTest {
    private static final int ROUNDS = 20_000;

    @Test
    void mutatedFilesBringOnlyTheEnginesOwnExceptions() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (PixelEncoding encoding : PixelEncoding.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new UltrasoundMultiframeWriter().write(out, UltrasoundFixtures.object("fuzz"), 2,
                    i -> UltrasoundFixtures.frame(16, 12, i), encoding);
            seeds.add(out.toByteArray());
        }
        Random random = new Random(20261121);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(seeds.get(round % seeds.size()), random);
            try {
                open(bytes);
                read++;
            } catch (DicomException | CodecException e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 5);
            } catch (IOException | RuntimeException e) {
                fail("Round " + round, e);
            }
        }
        assertTrue(read > ROUNDS / 4, "only " + read + " mutated files were still readable");
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 132; i++) {
            int at = 132 + random.nextInt(bytes.length - 132);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) 0xFF;
                case 1 -> 0;
                case 2 -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
                default -> (byte) random.nextInt(256);
            };
        }
        return bytes;
    }

    private static void open(byte[] bytes) throws IOException {
        try (DicomFile file = new DicomReader().read(new MemoryByteSource(bytes))) {
            new DicomWriter().rewrite(OutputStream.nullOutputStream(), file);
            PixelDecoder decoder = new PixelDecoder(file, new ImageIoJpeg(), new FfmpegPictures());
            List<String> warnings = new ArrayList<>();
            TimingReader.read(file.data(), decoder.frames(), warnings);
            new RegionReader(decoder.format().columns(), decoder.format().rows(), warnings).calibration(file.data());
            IdentityReader.patient(file.data());
            IdentityReader.acquired(file.data());
            IdentityReader.laterality(file.data(), warnings);
            if (decoder.format().pixels() < 1 << 20) {
                decoder.decode(0);
            }
        }
    }
}
