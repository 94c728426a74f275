package org.consilium.web.export;

import java.util.Objects;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.jspecify.annotations.Nullable;

/**
 * The address of the file with a list: that of its page with an ending, and with the same filter. The record that the
 * page is about becomes a parameter.
 */
public final class ExportAddress {

    /** The parameter with the public id of the record. */
    public static final String RECORD = "id";

    static final String ENDING = ".csv";

    private ExportAddress() {}

    static String path(Page page) {
        return page.path().replace("/*", "") + ENDING;
    }

    /** Of the page that is shown; a file begins with the first row. */
    static Address file(Page page, Address shown, @Nullable String record) {
        return shown.to(path(page)).with("after", null).with(RECORD, record);
    }

    /** Of the page that a file belongs to. */
    static Address page(Page page, Address file) {
        return file.to(page.of(Objects.requireNonNullElse(file.value(RECORD), "")))
                .with(RECORD, null);
    }
}
