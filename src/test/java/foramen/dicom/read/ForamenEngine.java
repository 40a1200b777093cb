package foramen.dicom.read;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.codec.VideoCodec;
import foramen.dicom.contract.DicomEngine;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.MemoryByteSource;
import foramen.dicom.pixel.FrameDecoder;
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
    private final FrameDecoders decoders = new FrameDecoders(new ImageIoJpeg(), new FfmpegPictures(), new VideoCodec());

    @Override
    public Opened open(byte[] bytes) throws IOException {
        DicomFile file = new DicomReader().read(new MemoryByteSource(bytes));
        return new File(file, decoders);
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

    private static final class File implements Opened {
        private final DicomFile file;
        private final FrameDecoders decoders;
        private final List<FrameDecoder> open = new ArrayList<>();

        File(DicomFile file, FrameDecoders decoders) {
            this.file = file;
            this.decoders = decoders;
        }

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
            FrameDecoder decoder = decoders.of(file);
            open.add(decoder);
            List<String> warnings = new ArrayList<>(decoder.warnings());
            Optional<FrameTiming> own = decoder.timing();
            FrameTiming timing = own.isPresent()
                    ? own.get()
                    : TimingReader.read(file.data(), decoder.frames(), warnings);
            Calibration calibration = new RegionReader(decoder.columns(), decoder.rows(), warnings)
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
            for (FrameDecoder decoder : open) {
                decoder.close();
            }
            file.close();
        }
    }

    private record Shown(FrameDecoder decoder, FrameTiming timing, Calibration calibration,
            List<String> warnings) implements Pictures {
        @Override
        public int frames() {
            return decoder.frames();
        }

        @Override
        public long pixels() {
            return (long) decoder.columns() * decoder.rows();
        }

        @Override
        public Frame frame(int index) throws IOException {
            return decoder.decode(index);
        }
    }
}
