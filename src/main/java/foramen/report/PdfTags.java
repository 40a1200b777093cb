package foramen.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * What the parts of a page are to those who cannot see it (ISO 32000-1 section 14.7), in the order they are drawn. The
 * pages of one document are one whole.
 */
final class PdfTags {
    /** Parts that hold parts and no text of their own. */
    private static final Set<String> CONTAINERS = Set.of("Document", "Table", "TR");

    private final PDStructureTreeRoot root;
    private final PDStructureElement whole;
    private final COSArray pages;
    private final PDPage page;
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final COSArray parents = new COSArray();

    /** Makes {@code document} one whole that begins with {@code page}. */
    PdfTags(PDDocument document, PDPage page) {
        this.root = new PDStructureTreeRoot();
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        this.whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        this.pages = new COSArray();
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, pages);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        this.page = page;
        enter(0);
    }

    /** Goes on with the whole of {@code before} on another page. */
    PdfTags(PdfTags before, PDPage page) {
        this.root = before.root;
        this.whole = before.whole;
        this.pages = before.pages;
        this.page = page;
        enter(root.getParentTreeNextKey());
    }

    /** Lists what is marked on the page under its number (ISO 32000-1 section 14.7.4.4). */
    private void enter(int number) {
        open.push(whole);
        pages.add(COSInteger.get(number));
        pages.add(parents);
        root.setParentTreeNextKey(number + 1);
        page.setStructParents(number);
    }

    /** Begins a part, such as {@code H1} or {@code TR}, within the one that is open. */
    PDStructureElement begin(String type) {
        PDStructureElement parent = Objects.requireNonNull(open.peek());
        PDStructureElement part = new PDStructureElement(type, parent);
        part.setPage(page);
        parent.appendKid(part);
        open.push(part);
        if (type.equals("TH")) {
            PDTableAttributeObject column = new PDTableAttributeObject();
            column.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            part.addAttribute(column);
        }
        return part;
    }

    /** Ends the part that was begun last. */
    void end() {
        open.pop();
    }

    /** What is drawn until {@link #unmark} belongs to the open part, or to a paragraph of its own where that holds no text. */
    void mark(PDPageContentStream content) throws IOException {
        boolean own = CONTAINERS.contains(Objects.requireNonNull(open.peek()).getStructureType());
        PDStructureElement part = own ? begin("P") : Objects.requireNonNull(open.peek());
        int number = parents.size();
        parents.add(part.getCOSObject());
        part.appendKid(number);
        content.beginMarkedContent(COSName.getPDFName(part.getStructureType()), number);
        if (own) {
            end();
        }
    }

    /** What is drawn until {@link #unmark} says nothing, such as a rule. */
    void ornament(PDPageContentStream content) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
    }

    void unmark(PDPageContentStream content) throws IOException {
        content.endMarkedContent();
    }
}
