package org.consilium.local.database;

import java.nio.file.Path;
import java.util.List;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Secrets;
import org.consilium.local.process.Workspace;

/** The options that MariaDB is started with, and the SQL that it runs at each start. */
final class MariaDbConfiguration {
    static final String ROOT_PASSWORD = "database.root.password";

    private MariaDbConfiguration() {}

    /** The options of a server; also writes the file with the SQL, which contains a password. */
    static List<String> options(Workspace workspace, String name, int port) {
        Path init = PrivateFile.write(workspace.configuration(name + "-init.sql"), rootAccount(workspace.secrets()));
        return List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // an abstract socket: it leaves no file behind, and the depth of the folder has no limit
                "--socket=@consilium-" + port,
                "--init-file=" + init,
                // generating keys for TLS takes up to 16 s at each start
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                // no end of the process loses a commit, and none waits for a busy disk; a power failure may lose a
                // second
                "--innodb-flush-log-at-trx-commit=2",
                "--max-allowed-packet=64M",
                "--max-connections=300");
    }

    /** The only way in is root with a password, over TCP. It runs at each start, because the secrets may be new. */
    private static String rootAccount(Secrets secrets) {
        return """
                CREATE OR REPLACE USER root@127.0.0.1 IDENTIFIED BY '$password';
                GRANT ALL PRIVILEGES ON *.* TO root@127.0.0.1 WITH GRANT OPTION;
                DROP USER IF EXISTS root@localhost, root@'::1';
                """.replace("$password", secrets.get(ROOT_PASSWORD));
    }
}
