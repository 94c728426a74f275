package org.consilium.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.database.NativeReads;
import org.consilium.platform.PublicIds;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in the object store while the primary database is down, and replicas answer those who read: an object
 * for each call, below the name of the trail's schema. {@link LateTransfer} adds them to the trail afterwards.
 */
@ApplicationScoped
public class LateEntries {
    private static final String CONTENT_TYPE = "application/json";

    @Inject
    private ObjectStore store;

    @Inject
    private NativeReads reads;

    @Inject
    private TrailTables tables;

    /** @throws NotRecordedException if the store does not take them */
    void keep(List<EntryRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        byte[] json = LateEntry.write(rows.stream().map(this::found).toList());
        try {
            store.put(folder() + PublicIds.next(), CONTENT_TYPE, json, ObjectEncryption.BY_STORE);
        } catch (StorageUnavailableException failure) {
            throw new NotRecordedException(failure);
        }
    }

    /** The keys of objects that wait begin with it. */
    String folder() {
        return "trail/" + tables.schema() + '/';
    }

    /** With the patient, whom the replica knows. */
    private EntryRow found(EntryRow row) {
        return row.query() == null ? row : row.about(patient(row.query(), row.patient()));
    }

    private @Nullable Object patient(String query, @Nullable Object record) {
        return record == null
                ? null
                : reads.rows(query, List.of(record)).stream()
                        .findFirst()
                        .map(found -> found[0])
                        .orElse(null);
    }
}
