package org.consilium.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The database server, as a child process that listens on the loop-back address only. */
public final class MariaDb implements BackEnd {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What an application may do with its own database, here as in the cloud; migrations only add. */
    static final String RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    public static final String DEFAULT_DATABASE = "consilium";
    private static final String ROOT_PASSWORD = "database.root.password";
    private static final String OPTIONS =
            "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    private final Secrets secrets;
    private final int port;
    private final ChildProcess process;

    private MariaDb(Secrets secrets, int port, ChildProcess process) {
        this.secrets = secrets;
        this.port = port;
        this.process = process;
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

    /** The same, but one that replicas can follow; its data must be new. */
    public static MariaDb startPrimary(Workspace workspace) {
        return start(
                workspace, Ports.free(), software(workspace), "mariadb", List.of("--log-bin=log", "--server-id=1"));
    }

    /**
     * Starts a server that follows this one from its first statement on, or from where it was when it ended, and takes
     * no statements from others.
     */
    public MariaDb startReplica(Workspace workspace, int port) {
        MariaDb replica = start(
                workspace,
                port,
                software(workspace),
                "mariadb-replica",
                List.of("--skip-log-bin", "--server-id=2", "--read-only", "--skip-slave-start"));
        replica.awaitReady();
        replica.execute(List.of(
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + this.port + ", MASTER_USER = 'root',"
                        + " MASTER_PASSWORD = '" + secrets.get(ROOT_PASSWORD) + "', MASTER_SSL = 0,"
                        + " MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1",
                "START SLAVE"));
        return replica;
    }

    /** Lets a replica follow no more, or again. */
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
        Secrets secrets = workspace.secrets();
        Path init = PrivateFile.write(workspace.configuration(name + "-init.sql"), accounts(secrets));
        List<String> command = files.command(data);
        command.addAll(settings(port, init));
        command.addAll(role);
        return new MariaDb(secrets, port, workspace.start(name, command, GRACE));
    }

    private static List<String> settings(int port, Path init) {
        return List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // an abstract socket: no file to be left behind, no limit to the depth of the folder
                "--socket=@consilium-" + port,
                "--init-file=" + init,
                // creating keys for TLS takes up to 16 s at each start
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--max-allowed-packet=64M",
                "--max-connections=300");
    }

    /** One way in: root with a password, over TCP. Run at each start, as the secrets may be new. */
    private static String accounts(Secrets secrets) {
        return """
                CREATE OR REPLACE USER root@127.0.0.1 IDENTIFIED BY '$password';
                GRANT ALL PRIVILEGES ON *.* TO root@127.0.0.1 WITH GRANT OPTION;
                DROP USER IF EXISTS root@localhost, root@'::1';
                """.replace("$password", secrets.get(ROOT_PASSWORD));
    }

    @Override
    public String title() {
        return "database";
    }

    @Override
    public void awaitReady() {
        process.awaitPort(port, READY);
    }

    /** Creates a database, unless it is there, with an account of the same name. */
    public Database createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        Database database = new Database(url(name), name, secrets.get("database." + name + ".password"));
        execute(List.of(
                "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4",
                "CREATE OR REPLACE USER " + name + "@127.0.0.1 IDENTIFIED BY '" + database.password() + "'",
                // a name may hold _, which stands for any character in a grant
                "GRANT " + RIGHTS + " ON `" + name.replace("_", "\\_") + "`.* TO " + name + "@127.0.0.1"));
        return database;
    }

    /** Lets the server do something, as its administrator. */
    public void execute(List<String> statements) {
        Database server = new Database(url(""), "root", secrets.get(ROOT_PASSWORD));
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StartException("the database refuses: " + e.getMessage() + "; see " + process.log(), e);
        }
    }

    /** By which a database of that name is reached. */
    public String url(String name) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + name + OPTIONS;
    }

    @Override
    public Map<String, String> properties() {
        return createDatabase(DEFAULT_DATABASE).properties();
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
    }
}
