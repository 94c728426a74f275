package org.consilium.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Defines the data source and migrates the schema before anything else starts: Flyway's lock lets one node migrate
 * while the others wait. Without a database the application does not start.
 *
 * <p>Transactions run at READ COMMITTED: one that has waited for a row's lock must see the changes of the one before,
 * which the snapshot of REPEATABLE READ, the database's default, would hide. A row that is still locked by a node that
 * has stopped or was cut off is waited for only briefly, and the database closes that node's connection after ten
 * minutes of silence.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/consilium",
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=consilium.database.url}",
        user = "${MPCONFIG=consilium.database.user}",
        password = "${MPCONFIG=consilium.database.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        maxPoolSize = 32,
        maxIdleTime = 120,
        properties = "sessionVariables=innodb_lock_wait_timeout=10,wait_timeout=600")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

    @Resource(lookup = "java:app/jdbc/consilium")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(new CanonicalAddresses())
                .load()
                .migrate();
    }
}
