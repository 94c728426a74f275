package org.consilium.ear.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.ear.stand.Visit;

/**
 * A page on paper, as the browser prints it.
 *
 * @param sheets the text of each sheet, with single spaces
 * @param photos how many photos there are
 */
record PrintedPage(List<String> sheets, int photos) {

    /** Smaller pictures are signs. */
    private static final int PHOTO = 40;

    /** Browsers load photos that were not scrolled to before they print; the developer tools do not wait for that. */
    private static final String LOAD = """
            () => Promise.all(Array.from(document.images, image => {
              image.loading = 'eager';
              return image.decode().catch(() => null);
            }))""";

    static PrintedPage of(Visit visit) {
        Object unused = visit.page().evaluate(LOAD);
        byte[] pdf = visit.page().pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> sheets = new ArrayList<>();
            int photos = 0;
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                sheets.add(text.getText(document).replaceAll("\\s+", " "));
                PDPage page = document.getPage(sheet - 1);
                photos += photos(page.getResources());
            }
            return new PrintedPage(sheets, photos);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int photos(PDResources resources) throws IOException {
        int found = 0;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                PDImageXObject image = (PDImageXObject) resources.getXObject(name);
                found += image.getWidth() > PHOTO ? 1 : 0;
            } else if (resources.getXObject(name) instanceof PDFormXObject form) {
                found += photos(form.getResources());
            }
        }
        return found;
    }

    String text() {
        return String.join(" ", sheets);
    }
}
