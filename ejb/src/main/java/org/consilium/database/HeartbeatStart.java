package org.consilium.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Makes a node watch its databases from its start on. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatStart {

    @Inject
    private Replicas replicas;

    @Inject
    private Heartbeat heartbeat;

    @PostConstruct
    void begin() {
        try {
            replicas.open();
        } catch (SQLException invalid) {
            throw new IllegalStateException("consilium.database.replica-url is invalid", invalid);
        }
        heartbeat.begin();
    }
}
