package org.consilium.local.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.process.Ports;
import org.consilium.local.process.Secrets;
import org.consilium.local.process.ServerProcess;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.consilium.local.tls.PemFiles;

/** The database server: MariaDB as a child process that listens on the loopback address only. */
public final class MariaDb extends ServerProcess implements DatabaseServer {
    public static final String DEFAULT_DATABASE = "consilium";

    private static final Duration GRACE_PERIOD = Duration.ofSeconds(30);

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

    @Override
    public Database createDatabase(String name) {
        return createDatabase(name, secrets.get("database." + name + ".password"), Ports.LOOPBACK);
    }

    @Override
    public Database administrator() {
        return new Database(url(""), "root", rootPassword());
    }

    @Override
    public void execute(List<String> statements) {
        try {
            DatabaseServer.super.execute(statements);
        } catch (StartException e) {
            throw new StartException(e.getMessage() + "; see " + process().log(), e);
        }
    }

    private String rootPassword() {
        return secrets.get(MariaDbConfiguration.ROOT_PASSWORD);
    }

    @Override
    public String url(String name) {
        return "jdbc:mysql://127.0.0.1:" + port() + "/" + name + DRIVER_OPTIONS;
    }

    @Override
    public Map<String, String> properties() {
        return createDatabase(DEFAULT_DATABASE).properties();
    }
}
