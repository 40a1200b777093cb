package foramen.dicom.io;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import java.util.Random;
import java.util.zip.Deflater;

/** Lays data sets down in every uncompressed syntax, independently of the writer, with lengths said or left open. */
public final class DataSetCoder {
    private final TransferSyntax syntax;
    private final Random random;

    /** A coder for {@code syntax}; {@code random} decides which lengths are left open. */
    public DataSetCoder(TransferSyntax syntax, Random random) {
        this.syntax = syntax;
        this.random = random;
    }

    /** A whole file. */
    public byte[] file(DataSet data) {
        byte[] plain = body(data);
        return DicomBytes.file(syntax.uid(), syntax == TransferSyntax.DEFLATED ? deflated(plain) : plain);
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    private DicomBytes start() {
        return syntax.isBigEndian()
                ? DicomBytes.big()
                : syntax.isExplicit() ? DicomBytes.explicit() : DicomBytes.implicit();
    }

    private byte[] body(DataSet data) {
        DicomBytes to = start();
        for (DataElement e : data.elements()) {
            switch (e) {
                case DataElement.Value v -> {
                    byte[] bytes = v.bytes();
                    if (syntax.isBigEndian()) {
                        ByteOrders.swap(bytes, v.vr().unit());
                    }
                    to.bytes(v.tag(), v.vr().name(), bytes);
                }
                case DataElement.Sequence s -> sequence(to, s);
                default -> throw new IllegalArgumentException(e.toString());
            }
        }
        return to.bytes();
    }

    private void sequence(DicomBytes to, DataElement.Sequence s) {
        DicomBytes items = start();
        for (DataSet item : s.items()) {
            byte[] inner = body(item);
            if (random.nextBoolean()) {
                items.mark(Tag.ITEM, inner.length).raw(inner);
            } else {
                items.mark(Tag.ITEM, DicomBytes.UNDEFINED).raw(inner).mark(Tag.ITEM_END, 0);
            }
        }
        if (random.nextBoolean()) {
            to.header(s.tag(), "SQ", items.bytes().length).raw(items.bytes());
        } else {
            to.header(s.tag(), "SQ", DicomBytes.UNDEFINED).raw(items.bytes()).mark(Tag.SEQUENCE_END, 0);
        }
    }
}
