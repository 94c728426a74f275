package org.consilium.local.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Secrets;
import org.consilium.local.process.ServerProcess;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.tls.PemFiles;

/** The database server: MariaDB as a child process that listens on the loopback address only. */
public final class MariaDb extends ServerProcess {
    public static final String DEFAULT_DATABASE = "consilium";

    /** The application's rights to its own database, the same as in the cloud; migrations only add. */
    static final String RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES";

    private static final Duration GRACE_PERIOD = Duration.ofSeconds(30);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    private static final String DRIVER_OPTIONS =
            "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    private final Secrets secrets;

    private MariaDb(Secrets secrets, ChildProcess process, int port) {
        super(process, port);
        this.secrets = secrets;
    }

    /** Starts the server on a free port, with the workspace's data; returns before it is ready. */
    public static MariaDb start(Workspace workspace) {
        return start(workspace, Ports.free());
    }

    public static MariaDb start(Workspace workspace, int port) {
        return start(workspace, port, software(workspace));
    }

    static MariaDb start(Workspace workspace, int port, Path software) {
        return start(workspace, port, software, "mariadb", List.of("--skip-log-bin"));
    }

    /** Starts a server that replicas can follow; its data folder must be new. */
    public static MariaDb startPrimary(Workspace workspace) {
        return start(
                workspace, Ports.free(), software(workspace), "mariadb", List.of("--log-bin=log", "--server-id=1"));
    }

    /** Starts a server of its own, to which clients can connect by TLS. */
    public static MariaDb startWithTls(Workspace workspace, PemFiles certificates) {
        return start(
                workspace,
                Ports.free(),
                software(workspace),
                "mariadb-tls",
                List.of(
                        "--skip-log-bin",
                        "--ssl=1",
                        "--ssl-cert=" + certificates.certificate(),
                        "--ssl-key=" + certificates.key()));
    }

    /**
     * Starts a read-only replica of this server. It begins at the first statement, or where it was when it last ended.
     *
     * @param number from 1; each replica has its own
     */
    public MariaDb startReplica(Workspace workspace, int number, int port) {
        MariaDb replica = start(
                workspace,
                port,
                software(workspace),
                "mariadb-replica-" + number,
                List.of("--skip-log-bin", "--server-id=" + (number + 1), "--read-only", "--skip-slave-start"));
        replica.awaitReady();
        replica.execute(List.of(
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + port() + ", MASTER_USER = 'root',"
                        + " MASTER_PASSWORD = '" + rootPassword() + "', MASTER_SSL = 0,"
                        + " MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1",
                "START SLAVE"));
        return replica;
    }

    /** Resumes or pauses the replication of a replica. */
    public void follow(boolean follows) {
        execute(List.of(follows ? "START SLAVE" : "STOP SLAVE"));
    }

    private static Path software(Workspace workspace) {
        return MariaDbSoftware.unpackInto(workspace.folder("software"));
    }

    private static MariaDb start(Workspace workspace, int port, Path software, String name, List<String> role) {
        Path data = workspace.folder(name).resolve("data");
        MariaDbData files =
                new MariaDbData(software, data, workspace.folder("logs").resolve(name + "-create.log"));
        files.create();
        List<String> command = files.command(data);
        command.addAll(MariaDbConfiguration.options(workspace, name, port));
        command.addAll(role);
        return new MariaDb(workspace.secrets(), workspace.start(name, command, GRACE_PERIOD), port);
    }

    @Override
    public String title() {
        return "database";
    }

    /** Creates the database if it does not exist, and an account of the same name. */
    public Database createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        Database database = new Database(url(name), name, secrets.get("database." + name + ".password"));
        execute(List.of(
                "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4",
                "CREATE OR REPLACE USER " + name + "@127.0.0.1 IDENTIFIED BY '" + database.password() + "'",
                // in a grant, _ is a wildcard for any character
                "GRANT " + RIGHTS + " ON `" + name.replace("_", "\\_") + "`.* TO " + name + "@127.0.0.1"));
        return database;
    }

    /** Runs the statements as the administrator of the server. */
    public void execute(List<String> statements) {
        try (Connection connection = administered().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StartException(
                    "the database failed: " + e.getMessage() + "; see "
                            + process().log(),
                    e);
        }
    }

    /** The whole server, by its administrator's account. */
    public Database administered() {
        return new Database(url(""), "root", rootPassword());
    }

    private String rootPassword() {
        return secrets.get(MariaDbConfiguration.ROOT_PASSWORD);
    }

    /** The JDBC address of the database of that name. */
    public String url(String name) {
        return "jdbc:mysql://127.0.0.1:" + port() + "/" + name + DRIVER_OPTIONS;
    }

    @Override
    public Map<String, String> properties() {
        return createDatabase(DEFAULT_DATABASE).properties();
    }
}
