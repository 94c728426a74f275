package org.consilium.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.consilium.database.NativeReads;

/** The repository of settings, which have a row once somebody has chosen something. */
@ApplicationScoped
public class StoredSettings {

    private static final String FIND =
            "select timing, quiet_from, quiet_until from notification_settings where account_id = ?";

    private static final String SAVE = """
            insert into notification_settings (account_id, timing, quiet_from, quiet_until) values (?1, ?2, ?3, ?4)
            on duplicate key update timing = ?2, quiet_from = ?3, quiet_until = ?4""";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private NativeReads reads;

    NotificationSettings find(long accountKey) {
        return reads.rows(FIND, List.of(accountKey)).stream()
                .findFirst()
                .map(row -> NotificationSettings.stored(row[0], row[1], row[2]))
                .orElseGet(() -> NotificationSettings.stored(null, null, null));
    }

    void save(long accountKey, NotificationSettings settings) {
        QuietHours quiet = settings.quiet();
        entities.createNativeQuery(SAVE)
                .setParameter(1, accountKey)
                .setParameter(2, settings.timing().name())
                .setParameter(3, quiet == null ? null : quiet.from())
                .setParameter(4, quiet == null ? null : quiet.until())
                .executeUpdate();
    }
}
