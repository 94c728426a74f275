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
 * Defines the data source and brings the schema up to date before anything else starts: Flyway's lock lets one node
 * migrate while the others wait. Without a database the application does not start.
 *
 * <p>Transactions read what is committed: whoever has waited for a row's lock must see what the one before did, and a
 * snapshot taken earlier (the database's own default) would hide it. Nobody waits long for a row that a node which has
 * stopped or was cut off still holds, and the database takes it from that node after ten minutes of silence.
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
                .load()
                .migrate();
    }
}
