package org.consilium.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import org.consilium.database.migration.CanonicalAddresses;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Defines the data sources of the primary, and migrates the schema before anything else starts: Flyway's lock lets one
 * node migrate while the others wait. Without a database the application does not start.
 *
 * <p>There are two pools, so that writers who wait for each other's locks leave the readers their connections. Neither
 * sends anything but the statements of the application: the driver's settings make it remember what it has set, and the
 * pool asks it about that each time a connection comes back. They have no least number of connections: when one is
 * lost, the server's pool closes all of them, and the page that has lost it would wait until so many are open again.
 *
 * <p>Transactions run at READ COMMITTED: one that has waited for a row's lock must see the changes of the one before,
 * which the snapshot of REPEATABLE READ, the database's default, would hide. A row that is still locked by a node that
 * has stopped or was cut off is waited for only a second, a few times by those who write, and the database closes that
 * node's connection after ten minutes of silence.
 */
@DataSourceDefinition(
        name = Schema.WRITES,
        className = "org.consilium.database.TransactionSource",
        url = "${MPCONFIG=consilium.database.url}",
        user = "${MPCONFIG=consilium.database.user}",
        password = "${MPCONFIG=consilium.database.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 32,
        maxIdleTime = 120,
        properties = {
            Schema.SESSION + ",innodb_lock_wait_timeout=1",
            Schema.LOCAL_STATE,
            Schema.KNOWN_SERVER,
            Schema.CONNECT_TIMEOUT,
            Schema.SOCKET_TIMEOUT,
            Schema.MAX_WAIT,
            Schema.VALIDATED,
            Schema.VALIDATION_METHOD,
            Schema.VALIDATION_CLASS,
            Schema.VALIDATION_INTERVAL,
            Schema.FAILING_TOGETHER,
        })
@DataSourceDefinition(
        name = Schema.READS,
        className = "org.consilium.database.ConnectionSource",
        url = "${MPCONFIG=consilium.database.url}",
        user = "${MPCONFIG=consilium.database.user}",
        password = "${MPCONFIG=consilium.database.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        transactional = false,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 32,
        maxIdleTime = 120,
        properties = {
            Schema.SESSION + ",innodb_lock_wait_timeout=1",
            Schema.LOCAL_STATE,
            Schema.KNOWN_SERVER,
            Schema.CONNECT_TIMEOUT,
            Schema.SOCKET_TIMEOUT,
            Schema.MAX_WAIT,
            Schema.VALIDATED,
            Schema.VALIDATION_METHOD,
            Schema.VALIDATION_CLASS,
            Schema.VALIDATION_INTERVAL,
            Schema.FAILING_TOGETHER,
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

    /** For transactions that write, and only for these: its connections never commit by themselves. */
    static final String WRITES = "java:app/jdbc/consilium";

    /** For everything else: each statement is a transaction of its own. */
    static final String READS = "java:app/jdbc/consilium-reads";

    static final String SESSION_VARIABLES = "wait_timeout=600";

    /** Session variables, set once when a connection is opened. */
    static final String SESSION = "sessionVariables=" + SESSION_VARIABLES;

    /** How long it may take to open a connection; see {@link ConnectionSource} for what comes after. */
    static final int OPEN_MILLIS = 600;

    static final String CONNECT_TIMEOUT = "connectTimeout=" + OPEN_MILLIS;

    static final String SOCKET_TIMEOUT = "socketTimeout=" + OPEN_MILLIS;

    /** Who gets no connection within this time is told to come again. */
    static final String MAX_WAIT = "fish.payara.max-wait-time-in-millis=700";

    /** The driver remembers the isolation and the mode that it has set, and asks the server for neither. */
    static final String LOCAL_STATE = "useLocalSessionState=true";

    /** The server's variables are read by the first connection alone. */
    static final String KNOWN_SERVER = "cacheServerConfiguration=true";

    /** Dead connections are found before they are handed out. */
    static final String VALIDATED = "fish.payara.is-connection-validation-required=true";

    static final String VALIDATION_METHOD = "fish.payara.connection-validation-method=custom-validation";

    /** By a ping, which is no statement. */
    static final String VALIDATION_CLASS =
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation";

    /** Each connection once a second at most, so that a page hardly ever waits for it. */
    static final String VALIDATION_INTERVAL = "fish.payara.validate-atmost-once-period-in-seconds=1";

    /** Where one is dead, all are, and all are replaced. */
    static final String FAILING_TOGETHER = "fish.payara.fail-all-connections=true";

    @Inject
    @ConfigProperty(name = "consilium.database.url")
    private String url;

    @Inject
    @ConfigProperty(name = "consilium.database.user")
    private String user;

    @Inject
    @ConfigProperty(name = "consilium.database.password")
    private String password;

    /** Not by a pool: statements that change tables may take longer than any page waits. */
    @PostConstruct
    void migrate() {
        MysqlDataSource direct = new MysqlDataSource();
        direct.setUrl(url);
        direct.setUser(user);
        direct.setPassword(password);
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(direct)
                .locations("classpath:db/migration")
                .javaMigrations(new CanonicalAddresses())
                .load()
                .migrate();
    }
}
