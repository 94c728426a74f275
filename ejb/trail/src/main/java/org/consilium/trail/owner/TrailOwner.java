package org.consilium.trail.owner;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the trail's owner does. Each call is one run, which waits for the end of another one, on any machine. */
public final class TrailOwner {
    private final OwnerSettings settings;
    private final Clock clock;
    private final OwnerLog log;

    public TrailOwner(OwnerSettings settings, Clock clock, OwnerLog log) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    /** Creates the schema or brings it up to date, and grants the application its rights. */
    public void setUp() throws SQLException {
        try (TrailDatabase database = TrailDatabase.open(settings)) {
            new Setup(database, log).run(settings.applicationUsers());
        }
    }

    /** Adds the partitions of the coming days. */
    public void addPartitions() throws SQLException {
        try (TrailDatabase database = TrailDatabase.open(settings)) {
            Partitions partitions = new Partitions(database);
            LocalDate today = today();
            LocalDate oldest = today.minusDays(settings.daysOnline());
            LocalDate first = partitions
                    .firstWithout()
                    .filter(day -> day.isBefore(today))
                    .map(day -> day.isBefore(oldest) ? oldest : day)
                    .orElse(today);
            int added = partitions.add(first, today.plusDays(settings.daysAhead()));
            long ahead = partitions.days().stream().filter(today::isBefore).count();
            log.info(
                    "partitions are there",
                    Map.of(
                            "added",
                            added,
                            "daysAhead",
                            ahead,
                            "daysMissing",
                            Math.max(0, settings.daysAhead() - ahead)));
        }
    }

    /** Moves days that are old into the archive, and removes those that were brought back long enough ago. */
    public void archive() throws SQLException, IOException {
        try (TrailDatabase database = TrailDatabase.open(settings);
                ArchiveBucket bucket = new ArchiveBucket(archiveSettings())) {
            LocalDate before = today().minusDays(settings.daysOnline());
            try {
                new Archive(database, bucket, archiveSettings().rowsOfFile(), log).run(before);
                new Fetch(database, bucket, log).expire(settings.daysFetched());
            } finally {
                long waiting = new Partitions(database)
                        .days().stream().filter(day -> day.isBefore(before)).count();
                log.info("old days are archived", Map.of("daysNotArchived", waiting));
            }
        }
    }

    /**
     * Brings a day back.
     *
     * @param folder for its files; absent to bring it back into the database
     */
    public void fetch(LocalDate day, @Nullable Path folder) throws SQLException, IOException {
        try (TrailDatabase database = TrailDatabase.open(settings);
                ArchiveBucket bucket = new ArchiveBucket(archiveSettings())) {
            Fetch fetch = new Fetch(database, bucket, log);
            if (folder == null) {
                fetch.toDatabase(day);
            } else {
                fetch.toFolder(day, folder);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private ArchiveSettings archiveSettings() {
        ArchiveSettings archive = settings.archive();
        if (archive == null) {
            throw new InvalidSettingsException("consilium.trail.archive-bucket is missing");
        }
        return archive;
    }
}
