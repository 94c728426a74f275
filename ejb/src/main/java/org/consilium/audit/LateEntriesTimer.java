package org.consilium.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.database.DatabaseUnavailableException;
import org.consilium.database.Failure;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.ObjectStore;
import org.consilium.storage.StorageUnavailableException;

/** Looks every twenty seconds for entries that wait in the object store. Every node does; each object is added once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LateEntriesTimer {
    private static final Logger LOG = Logger.getLogger(LateEntriesTimer.class.getName());

    private static final int AT_ONCE = 1000;
    private static final int MAX_BYTES = 1024 * 1024;

    @Inject
    private ObjectStore store;

    @Inject
    private LateEntries late;

    @Inject
    private LateTransfer transfer;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void add() {
        try {
            store.list(late.folder(), AT_ONCE).forEach(this::add);
        } catch (RuntimeException nextTime) {
            LOG.log(Level.WARNING, nextTime, () -> "entries that wait in the object store are added later");
        }
    }

    /** One that cannot be added keeps no other one waiting. */
    private void add(String key) {
        try {
            Optional<byte[]> json = store.read(key, MAX_BYTES, ObjectEncryption.BY_STORE);
            if (json.isPresent()) {
                transfer.add(key.substring(late.folder().length()), LateEntry.read(json.get()));
                store.delete(List.of(key));
            }
        } catch (StorageUnavailableException | DatabaseUnavailableException away) {
            throw away;
        } catch (RuntimeException nextTime) {
            if (Failure.mayPass(nextTime)) {
                throw nextTime;
            }
            LOG.log(Level.SEVERE, nextTime, () -> "an entry cannot be added to the audit trail: " + key);
        }
    }
}
