package org.consilium.web.export;

import org.consilium.access.FreshTicket;
import org.consilium.access.NotFreshException;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** Takes the list of a page out of the system. */
public interface ListExport {

    /** The page with the list, below which the form stands. */
    Page page();

    /**
     * All rows of the list that the request is about; their export is on record once this returns.
     *
     * @param words of the officer's language
     * @throws NotFreshException if the ticket is too old
     */
    Table<?> table(FreshTicket ticket, Words words);
}
