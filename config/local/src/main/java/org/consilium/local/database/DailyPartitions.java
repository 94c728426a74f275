package org.consilium.local.database;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.consilium.trail.owner.OwnerLog;
import org.consilium.trail.owner.OwnerSettings;
import org.consilium.trail.owner.TrailOwner;

/** The trail's partitions on one machine, where its owner is the database's administrator, and no day is archived. */
public final class DailyPartitions {
    private final TrailOwner owner;
    private final Consumer<String> problems;

    /** @param problems is told when the partitions cannot be added */
    public DailyPartitions(DatabaseServer server, String database, Clock clock, Consumer<String> problems) {
        Database administrator = server.administrator();
        OwnerSettings settings =
                OwnerSettings.local(server.url(database), administrator.user(), administrator.password());
        OwnerLog log =
                new OwnerLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
        owner = new TrailOwner(settings, clock, log);
        this.problems = problems;
    }

    /** Adds those of the coming days now, and then each day as long as this process lives. */
    public void begin() {
        var unused = Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().daemon().name("partitions").unstarted(work))
                .scheduleAtFixedRate(this::add, 1, 1, TimeUnit.DAYS);
        add();
    }

    private void add() {
        try {
            owner.addPartitions();
        } catch (SQLException | RuntimeException failure) {
            problems.accept("the trail gets no partitions for the coming days: " + failure.getMessage());
        }
    }
}
