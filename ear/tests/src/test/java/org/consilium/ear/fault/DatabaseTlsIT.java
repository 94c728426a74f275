package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.net.ssl.SSLHandshakeException;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.Database;
import org.consilium.local.database.MariaDb;
import org.consilium.local.tls.PemFiles;
import org.consilium.local.tls.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The URL that the cloud gives a node accepts no database but the one with a certificate of the right authority. */
class DatabaseTlsIT {

    /** Those of the cloud's URLs. */
    private static final String OPTIONS = "?sslMode=VERIFY_IDENTITY&trustCertificateKeyStoreType=PKCS12"
            + "&trustCertificateKeyStorePassword=&trustCertificateKeyStoreUrl=";

    private static MariaDb server;
    private static Database database;
    private static PemFiles certificates;
    private static Path folder;

    @BeforeAll
    static void start() {
        Stand stand = Stand.get();
        folder = stand.workspace().folder("database-tls");
        certificates = TestCertificates.createIn(folder.resolve("right"));
        server = MariaDb.startWithTls(stand.workspace(), certificates);
        server.awaitReady();
        database = server.createDatabase("verified");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theRightAuthorityIsAccepted() throws SQLException, IOException {
        try (Connection connection = trusting("right", certificates).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW STATUS LIKE 'Ssl_version'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(2)).startsWith("TLSv1.");
        }
    }

    @Test
    void anotherAuthorityIsRefused() {
        PemFiles others = TestCertificates.createIn(folder.resolve("wrong"));
        assertThatThrownBy(() -> trusting("wrong", others).connect())
                .hasRootCauseInstanceOf(Exception.class)
                .hasStackTraceContaining(SSLHandshakeException.class.getName());
    }

    private static Database trusting(String name, PemFiles files) throws IOException {
        Path store = folder.resolve(name + ".p12");
        Files.write(store, files.trustStore());
        String url = "jdbc:mysql://127.0.0.1:" + server.port() + "/verified" + OPTIONS + store.toUri();
        return new Database(url, database.user(), database.password());
    }
}
