package org.consilium.ear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.process.ChildProcess;
import org.consilium.local.redis.RedisConnection;

/**
 * What a portal and its back ends have used so far.
 *
 * @param application seconds of processor time, with the processes that it has started
 * @param database seconds of processor time
 * @param redis seconds of processor time
 * @param statements that the database got, whatever they are
 * @param commands that Redis got, with those inside scripts
 */
record Usage(double application, double database, double redis, long statements, long commands) {
    static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern CALLS = Pattern.compile("cmdstat_(?!info|config|client)[^:]+:calls=(\\d+)");
    private static final double TICKS_PER_SECOND = 100;

    /** Of its own, in ticks: user and system time, and the same of the children that have ended. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;
    private static final int SETTLING_SECONDS = 60;
    private static final double IDLE = 0.1;

    /** Read when all work is done, also that behind the scenes. */
    static Usage settled(Portal portal) throws InterruptedException {
        Usage before = of(portal);
        for (int second = 0; second < SETTLING_SECONDS; second++) {
            TimeUnit.SECONDS.sleep(1);
            Usage now = of(portal);
            if (now.total() - before.total() < IDLE) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static Usage of(Portal portal) {
        Stand stand = Stand.get();
        return new Usage(
                ofTree(portal.pid()),
                stand.mariaDb().map(MariaDb::process).map(Usage::of).orElse(0.0),
                of(stand.redis().process()),
                statementsSoFar(),
                commandsSoFar());
    }

    private static double of(ChildProcess process) {
        return ofTree(process.pid());
    }

    private static double ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .mapToDouble(handle -> ofProcess(handle.pid()))
                .sum();
    }

    /** Linux, proc_pid_stat(5); the fields after the name, which may contain spaces. */
    private static double ofProcess(long pid) {
        try {
            String line = Files.readString(PROCESSES.resolve(pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int field = FIRST_TIME; field < FIRST_TIME + TIMES; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            // a child that has just ended: its parent has its time
            return 0;
        }
    }

    private static long statementsSoFar() {
        try (Connection connection =
                        Stand.get().databaseServer().administrator().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long commandsSoFar() {
        try (RedisConnection connection = Stand.get().redis().connect()) {
            return CALLS.matcher(Objects.toString(connection.send("INFO", "commandstats")))
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }
    }

    Usage minus(Usage other) {
        return new Usage(
                application - other.application,
                database - other.database,
                redis - other.redis,
                statements - other.statements,
                commands - other.commands);
    }

    Usage plus(Usage other) {
        return new Usage(
                application + other.application,
                database + other.database,
                redis + other.redis,
                statements + other.statements,
                commands + other.commands);
    }

    private double total() {
        return application + database + redis;
    }
}
