package org.consilium.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;

/** Defines the data source of the replica, if there is one, and makes a node check it from its start on. */
@DataSourceDefinition(
        name = Replica.DATA_SOURCE,
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=consilium.database.replica-url}",
        user = "${MPCONFIG=consilium.database.user}",
        password = "${MPCONFIG=consilium.database.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        transactional = false,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 32,
        maxIdleTime = 120,
        properties = {
            Schema.SESSION,
            Schema.LOCAL_STATE,
            Schema.KNOWN_SERVER,
            "connectTimeout=1000",
            "socketTimeout=3000",
            // if none is free by then, the primary is used
            "fish.payara.max-wait-time-in-millis=500",
            Schema.VALIDATED,
            Schema.VALIDATION_METHOD,
            Schema.VALIDATION_CLASS,
            Schema.VALIDATION_INTERVAL,
            Schema.FAILING_TOGETHER
        })
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplicaStart {

    @Inject
    private Replica replica;

    @PostConstruct
    void follow() {
        replica.follow();
    }
}
