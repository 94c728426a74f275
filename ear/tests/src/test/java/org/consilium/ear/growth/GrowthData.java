package org.consilium.ear.growth;

import java.util.List;
import java.util.Map;
import org.consilium.local.database.Database;
import org.consilium.local.database.DatabaseServer;

/**
 * Fills a database as it looks after years, by statements that insert many rows each: {@code growth.sql}. The rows are
 * the same each time. The tables must be there, and the people of the demo, whose password everybody has.
 *
 * @param consultations how many; at least 100
 */
public record GrowthData(long consultations) {

    /** Somebody with two consultations: {@link #SHORT_THREAD} and {@link #LONG_THREAD}. */
    public static final String THREAD_PATIENT = "thread@growth.example";

    /** Of 10 messages. */
    public static final String SHORT_THREAD = "growth-k-short-0000000";

    /** Of 100,000 messages. */
    public static final String LONG_THREAD = "growth-k-long-00000000";

    /** A clinician of the large team. */
    public static final String CLINICIAN = "c0@growth.example";

    /** A clinician of the large team and of two others. */
    public static final String CLINICIAN_OF_THREE_TEAMS = "c1@growth.example";

    /** A patient with hundreds of consultations, or with a tenth of all if that is less. */
    public static final String FREQUENT_PATIENT = "p0@growth.example";

    private static final int OPEN_OF_LARGE_TEAM = 5_000;
    private static final int OPEN_OF_TEAM = 50;
    private static final int CONSULTATIONS_OF_TEAM = 20_000;
    private static final int MOST_TEAMS = 500;
    private static final int CLINICIANS_OF_TEAM = 10;
    private static final int CONSULTATIONS_OF_PATIENT = 4;

    /** Of a tenth of all consultations; each of these patients has three hundred. */
    private static final int TO_ONE_FREQUENT_PATIENT = 3_000;

    /** So many that it is worth to make indexes afterwards. */
    private static final long MANY = 500_000;

    private static final List<String> LARGE_TABLES =
            List.of("account", "consultation", "consultation_reader", "message", "image", "message_image");

    private static final long SECONDS_OF_TEN_YEARS = 315_360_000;

    /** Somebody with a few consultations. */
    public String patient() {
        return "p" + (frequent() + 1) + "@growth.example";
    }

    /** A last name that four patients have. */
    public String lastName() {
        return "Grown%08d".formatted(patients() / 2 / CONSULTATIONS_OF_PATIENT);
    }

    private long patients() {
        return consultations / CONSULTATIONS_OF_PATIENT;
    }

    private long frequent() {
        return Math.max(1, consultations / TO_ONE_FREQUENT_PATIENT);
    }

    private long teams() {
        return 1L + Math.clamp(consultations / CONSULTATIONS_OF_TEAM, 3, MOST_TEAMS);
    }

    /** Loads it. */
    public void load(DatabaseServer server, Database database) {
        Map<String, Long> numbers = Map.of(
                "consultations",
                consultations,
                "patients",
                patients(),
                "frequent",
                frequent(),
                "teams",
                teams(),
                "open",
                Math.min(OPEN_OF_LARGE_TEAM, consultations / 2),
                "elsewhere",
                Math.min(OPEN_OF_TEAM * (teams() - 1), consultations / 4),
                "gap",
                Math.max(1, SECONDS_OF_TEN_YEARS / consultations));
        Map<String, Long> ranges = Map.of(
                "once",
                1L,
                "team",
                teams(),
                "patient",
                patients(),
                "clinician",
                teams() * CLINICIANS_OF_TEAM,
                "consultation",
                consultations,
                "short",
                10L,
                "long",
                100_000L);
        new BulkScript(GrowthData.class, "growth.sql", consultations < MANY ? List.of() : LARGE_TABLES)
                .run(server, database, numbers, ranges);
    }
}
