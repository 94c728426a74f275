package org.consilium.aws.stack.operations;

import static org.consilium.aws.stack.operations.Metrics.minute;

import java.util.Map;
import org.consilium.aws.stack.data.Backups;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.data.Sessions;
import org.consilium.aws.stack.data.Stores;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.rds.DatabaseInstanceReadReplica;

/** Alarms and graphs of the stores: database, replicas, sessions, backups. */
public final class DataMonitoring {

    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private final Alarms alarms;
    private final Graphs graphs;

    DataMonitoring(Alarms alarms, Graphs graphs) {
        this.alarms = alarms;
        this.graphs = graphs;
    }

    public void ofStores(Stores stores) {
        ofDatabase(stores.database());
        ofSessions(stores.sessions());
        ofBackups(stores.backups());
    }

    private void ofDatabase(Database database) {
        Metric cpu = database.primary().metricCPUUtilization(minute("Average"));
        Metric space = database.primary().metricFreeStorageSpace(minute("Minimum"));
        Metric memory = database.primary().metricFreeableMemory(minute("Minimum"));
        Metric connections = database.primary().metricDatabaseConnections(minute("Maximum"));
        alarms.atLeast("DatabaseCpu", cpu, 80, 10, "The database computes at 80 %");
        alarms.below("DatabaseSpace", space, 20 * GIGABYTE, 5, "The database has less than 20 GB left");
        alarms.below("DatabaseMemory", memory, GIGABYTE / 4, 10, "The database has less than 256 MB of memory left");
        graphs.add("Database: CPU (%)", cpu);
        graphs.add("Database: connections", connections);
        database.replicas().forEach(this::ofReplica);
    }

    private void ofReplica(DatabaseInstanceReadReplica replica) {
        String id = replica.getNode().getId();
        Map<String, String> instance = Map.of("DBInstanceIdentifier", replica.getInstanceIdentifier());
        Metric lag = Metrics.of("AWS/RDS", "ReplicaLag", instance, "Maximum");
        Metric space = Metrics.of("AWS/RDS", "FreeStorageSpace", instance, "Minimum");
        alarms.atLeast(id + "Lag", lag, 30, 5, "A replica is 30 s behind");
        alarms.below(id + "Space", space, 20 * GIGABYTE, 5, "A replica has less than 20 GB left");
        graphs.add(id + ": seconds behind", lag);
    }

    private void ofSessions(Sessions sessions) {
        Map<String, String> group =
                Map.of("ReplicationGroupId", sessions.group().getRef());
        Metric cpu = Metrics.of("AWS/ElastiCache", "EngineCPUUtilization", group, "Maximum");
        Metric memory = Metrics.of("AWS/ElastiCache", "DatabaseMemoryUsagePercentage", group, "Maximum");
        Metric lag = Metrics.of("AWS/ElastiCache", "ReplicationLag", group, "Maximum");
        alarms.atLeast("SessionsCpu", cpu, 80, 10, "The session store computes at 80 %");
        alarms.atLeast("SessionsMemory", memory, 70, 5, "The session store is full to 70 %; it evicts nothing");
        alarms.atLeast("SessionsLag", lag, 10, 5, "A replica of the session store is 10 s behind");
        graphs.add("Sessions: CPU and memory (%)", cpu, memory);
    }

    private void ofBackups(Backups backups) {
        Metric failed = Metric.Builder.create()
                .namespace("AWS/Backup")
                .metricName("NumberOfBackupJobsFailed")
                .dimensionsMap(Map.of("BackupVaultName", backups.vault().getBackupVaultName()))
                .statistic("Sum")
                .period(Duration.hours(1))
                .build();
        alarms.atLeast("Backup", failed, 1, 1, "A backup has failed");
    }
}
