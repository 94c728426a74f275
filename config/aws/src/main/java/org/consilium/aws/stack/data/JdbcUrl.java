package org.consilium.aws.stack.data;

import org.consilium.aws.stack.network.Network;
import software.amazon.awscdk.services.rds.IDatabaseInstance;

/**
 * The JDBC URL of a database: TLS only, and the driver verifies the server by the certificates in the machine image.
 */
final class JdbcUrl {

    private static final String OPTIONS =
            "?sslMode=VERIFY_IDENTITY&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                    + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword=changeit"
                    + "&trustCertificateKeyStoreUrl=file:/opt/consilium/rds.p12";

    private JdbcUrl() {}

    static String of(IDatabaseInstance instance) {
        return "jdbc:mysql://" + instance.getDbInstanceEndpointAddress() + ":" + Network.DATABASE_PORT + "/"
                + DatabaseParameters.NAME + OPTIONS;
    }
}
