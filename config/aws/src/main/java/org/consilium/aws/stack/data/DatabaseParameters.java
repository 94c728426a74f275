package org.consilium.aws.stack.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.MySqlInstanceEngineProps;
import software.amazon.awscdk.services.rds.MysqlEngineVersion;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.ParameterGroupInstanceBindOptions;
import software.constructs.Construct;

/**
 * The version and parameters of MySQL: those of the primary, and those of replicas, which limit how long a read takes.
 */
public final class DatabaseParameters extends Construct {

    /** The name of the database, and of the application's user. */
    static final String NAME = "consilium";

    /** All other logs hold statements, and with them what patients write. */
    static final List<String> LOGS = List.of("error");

    /**
     * The driver writes values into statements, so that a statement contains what patients write. None is written to a
     * log or kept in memory with its values; Performance Insights shows digests, which have placeholders instead.
     */
    private static final Map<String, String> NO_STATEMENTS_IN_LOGS = Map.of(
            "general_log", "0",
            "slow_query_log", "0",
            // even if one of the two is turned on by hand
            "log_output", "NONE",
            // these write statements to the error log
            "innodb_print_all_deadlocks", "0",
            "innodb_status_output", "0",
            // the text of a statement that Performance Insights would collect; digests do not depend on it
            "performance_schema_max_sql_text_length", "0");

    private static final String LONGEST_READ_MILLISECONDS = "30000";

    private final ParameterGroup primary;
    private final ParameterGroup replicas;

    DatabaseParameters(Construct scope) {
        super(scope, "Parameters");
        primary = group("Primary", Map.of());
        replicas = group("Replicas", Map.of("max_execution_time", LONGEST_READ_MILLISECONDS));
    }

    static IInstanceEngine engine() {
        return DatabaseInstanceEngine.mysql(MySqlInstanceEngineProps.builder()
                // the first version: RDS upgrades it, and offers each minor version for about a year
                .version(MysqlEngineVersion.of("8.4.10", "8.4"))
                .build());
    }

    private ParameterGroup group(String id, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("require_secure_transport", "1");
        values.putAll(NO_STATEMENTS_IN_LOGS);
        values.put("character_set_server", "utf8mb4");
        values.put("time_zone", "UTC");
        values.put("local_infile", "0");
        return ParameterGroup.Builder.create(this, id)
                .engine(engine())
                .parameters(values)
                .build();
    }

    ParameterGroup primary() {
        return primary;
    }

    ParameterGroup replicas() {
        return replicas;
    }

    /** The name of the primary's parameter group, which a restored copy needs. */
    public String name() {
        return primary.bindToInstance(
                        ParameterGroupInstanceBindOptions.builder().build())
                .getParameterGroupName();
    }
}
