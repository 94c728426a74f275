package org.consilium.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import org.consilium.access.RecordId;
import org.consilium.database.DatabaseUnavailableException;
import org.consilium.database.Failure;
import org.consilium.database.Replicas;
import org.consilium.database.SingleStatements;
import org.jspecify.annotations.Nullable;

/** Adds entries to the trail. */
@ApplicationScoped
public class Entries {
    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private SingleStatements statements;

    @Inject
    private TrailTables tables;

    @Inject
    private Replicas replicas;

    @Inject
    private LateEntries late;

    @Inject
    private NodeName node;

    @Inject
    @Any
    private Instance<RecordPatients> patients;

    /**
     * In the transaction of what was done, if there is one.
     *
     * @throws NotRecordedException if they cannot be added
     */
    void addWithTransaction(List<Entry> entries) {
        if (transaction.getTransactionKey() == null) {
            addAtOnce(entries);
            return;
        }
        try {
            addRows(entries.stream().map(this::row).toList());
        } catch (PersistenceException failure) {
            if (Failure.mayPass(failure)) {
                throw failure;
            }
            throw new NotRecordedException(failure);
        }
    }

    /** At least one. */
    void addRows(List<EntryRow> rows) {
        Query insert = entities.createNativeQuery(EntryRow.insert(tables.entry(), rows));
        List<@Nullable Object> parameters = EntryRow.parameters(rows);
        for (int i = 0; i < parameters.size(); i++) {
            insert.setParameter(i + 1, parameters.get(i));
        }
        var unused = insert.executeUpdate();
    }

    /**
     * On the primary, whatever becomes of the transaction. If the primary is down, and a replica answers the call, they
     * wait in the object store; so do those that may be late.
     *
     * @throws DatabaseUnavailableException if the primary does not answer, and the call has not been left to a replica
     * @throws NotRecordedException if they can be kept nowhere
     */
    void addAtOnce(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<EntryRow> rows = entries.stream().map(this::row).toList();
        if (replicas.isAlone()) {
            late.keep(rows);
            return;
        }
        try {
            statements.require(EntryRow.insert(tables.entry(), rows), EntryRow.parameters(rows));
        } catch (PersistenceException | DatabaseUnavailableException failure) {
            if (!entries.stream().allMatch(Entry::mayBeLate)) {
                throw failure instanceof DatabaseUnavailableException down ? down : new NotRecordedException(failure);
            }
            late.keep(rows);
        }
    }

    private EntryRow row(Entry entry) {
        return EntryRow.of(entry, node.get(), query(entry.record()));
    }

    private @Nullable String query(@Nullable RecordId record) {
        return record == null
                ? null
                : patients.stream()
                        .map(feature -> feature.query(record))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
    }
}
