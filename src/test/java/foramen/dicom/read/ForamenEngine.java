package foramen.dicom.read;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.dicom.contract.DicomEngine;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.pixel.PixelDecoder;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Foramen's own engine, as the contract suite and the fuzz see it. */
public final class ForamenEngine implements DicomEngine {
    @Override
    public Opened open(byte[] bytes) throws IOException {
        DicomFile file = new DicomReader().read(new MemoryByteSource(bytes));
        return new File(file);
    }

    @Override
    public void write(OutputStream out, DataSet data) throws IOException {
        new DicomWriter().write(out, data, Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
    }

    @Override
    public boolean isRefusal(Exception e) {
        return e instanceof DicomException || e instanceof CodecException || e instanceof ClipException;
    }

    @Override
    public Optional<Long> blamedByte(Exception e) {
        return e instanceof DicomException d && d.offset() >= 0 ? Optional.of(d.offset()) : Optional.empty();
    }

    private record File(DicomFile file) implements Opened {
        @Override
        public DataSet data() {
            return file.data();
        }

        @Override
        public List<String> warnings() {
            return file.warnings();
        }

        @Override
        public Pictures pictures() throws IOException {
            PixelDecoder decoder = new PixelDecoder(file, new ImageIoJpeg(), new FfmpegPictures());
            List<String> warnings = new ArrayList<>(decoder.warnings());
            FrameTiming timing = TimingReader.read(file.data(), decoder.frames(), warnings);
            Calibration calibration = new RegionReader(decoder.format().columns(), decoder.format().rows(), warnings)
                    .calibration(file.data());
            IdentityReader.patient(file.data());
            IdentityReader.acquired(file.data());
            IdentityReader.origin(file.data());
            IdentityReader.laterality(file.data(), warnings);
            return new Shown(decoder, timing, calibration, List.copyOf(warnings));
        }

        @Override
        public void rewrite(OutputStream out) throws IOException {
            new DicomWriter().rewrite(out, file);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record Shown(PixelDecoder decoder, FrameTiming timing, Calibration calibration,
            List<String> warnings) implements Pictures {
        @Override
        public int frames() {
            return decoder.frames();
        }

        @Override
        public long pixels() {
            return decoder.format().pixels();
        }

        @Override
        public Frame frame(int index) throws IOException {
            return decoder.decode(index);
        }
    }
}
