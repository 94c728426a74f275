package org.consilium.aws.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.NeedsNode;
import org.consilium.aws.stack.compute.Fleet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class DatabaseTest {

    private static final String INSTANCE = "AWS::RDS::DBInstance";
    private static final String PARAMETERS = "AWS::RDS::DBParameterGroup";
    private static final String ROTATION = "AWS::SecretsManager::RotationSchedule";

    private static void primary(Map<String, Object> properties) {
        Cloud.has(INSTANCE, "Database/Primary/Resource", properties);
    }

    private static String address(String key) {
        return Cloud.at("AWS::SSM::Parameter", "Settings/consilium.database." + key + "/")
                .at("Value")
                .toString();
    }

    @Test
    void isMySql84WithAStandbyInAnotherZone() {
        primary(Map.of("Engine", "mysql", "EngineVersion", Match.stringLikeRegexp("^8\\.4"), "MultiAZ", true));
    }

    @Test
    void isEncryptedWithTheHospitalsKey() {
        primary(Map.of(
                "StorageEncrypted", true,
                "KmsKeyId", Cloud.arn("KeysData"),
                "PerformanceInsightsKMSKeyId", Cloud.arn("KeysData")));
    }

    @Test
    void isBackedUpFor35Days() {
        primary(Map.of("BackupRetentionPeriod", 35, "DeletionProtection", true, "CopyTagsToSnapshot", true));
    }

    @Test
    void supportsIamAuthenticationAndIsNotPublic() {
        primary(Map.of("EnableIAMDatabaseAuthentication", true, "PubliclyAccessible", false));
    }

    @Test
    void acceptsTlsOnly() {
        Cloud.all(PARAMETERS, Map.of("Parameters", Map.of("require_secure_transport", "1")));
        assertThat(Cloud.all(PARAMETERS)).hasSize(2);
        assertThat(address("url")).contains("sslMode=VERIFY_IDENTITY");
    }

    /** Statements contain what people write. The second lock holds if somebody turns a log on by hand. */
    @Test
    void noLogOfStatementsIsWritten() {
        everyInstanceHas(Map.of("general_log", "0", "slow_query_log", "0", "log_output", "NONE"));
    }

    @Test
    void theErrorLogIsExportedAloneAndContainsNoStatements() {
        Cloud.all(INSTANCE, Map.of("EnableCloudwatchLogsExports", List.of("error")));
        everyInstanceHas(Map.of("innodb_print_all_deadlocks", "0", "innodb_status_output", "0"));
    }

    @Test
    void performanceInsightsFindsNoTextOfStatements() {
        everyInstanceHas(Map.of("performance_schema_max_sql_text_length", "0"));
        Cloud.all(INSTANCE, Map.of("PerformanceInsightsKMSKeyId", Cloud.arn("KeysData")));
        Cloud.template().resourceCountIs("AWS::RDS::OptionGroup", 0);
    }

    private static void everyInstanceHas(Map<String, Object> parameters) {
        Cloud.all(PARAMETERS, Map.of("Parameters", parameters));
        Cloud.all(INSTANCE, Map.of("DBParameterGroupName", Cloud.ref("DatabaseParameters")));
    }

    /** A replica that is promoted takes writes, so that it must not have read_only. */
    @Test
    void replicasHaveParametersOfTheirOwn() {
        int replicas = Cloud.plan().database().replicas();
        Object limit = Cloud.at(INSTANCE, "Database/Primary/Resource")
                .at("MaxAllocatedStorage")
                .value();

        Cloud.template()
                .resourcePropertiesCountIs(
                        INSTANCE,
                        Map.of(
                                "SourceDBInstanceIdentifier",
                                Match.anyValue(),
                                "DBParameterGroupName",
                                Cloud.ref("DatabaseParametersReplicas"),
                                "EnableIAMDatabaseAuthentication",
                                true,
                                "MaxAllocatedStorage",
                                limit),
                        replicas);
        Cloud.template().resourceCountIs(INSTANCE, 1 + replicas);
        primary(Map.of("DBParameterGroupName", Cloud.ref("DatabaseParametersPrimary")));
        Cloud.has(
                PARAMETERS,
                "Database/Parameters/Replicas/Resource",
                Map.of("Parameters", Map.of("max_execution_time", Match.anyValue(), "read_only", Match.absent())));
    }

    @Test
    void nodesReadFromEachReplicaByTls() {
        assertThat(address("replica-url").split("DatabaseReplica", -1))
                .hasSize(Cloud.plan().database().replicas() + 1);
        assertThat(address("replica-url")).contains("sslMode=VERIFY_IDENTITY");
    }

    /** The application's user does not exist yet when the stack is created. */
    @Test
    void passwordsRotateEvery30DaysAndNotTwiceInANodesLife() {
        Cloud.template().resourceCountIs(ROTATION, 3);
        Cloud.all(ROTATION, Map.of("RotationRules", Map.of("ScheduleExpression", "rate(30 days)")));
        Cloud.has(
                ROTATION,
                "Database/Passwords/Application/Attachment/RotationSchedule/Resource",
                Map.of("RotateImmediatelyOnUpdate", false));
        Cloud.has(
                ROTATION,
                "Database/Passwords/TrailOwner/Attachment/RotationSchedule/Resource",
                Map.of("RotateImmediatelyOnUpdate", false));
        assertThat(DatabasePasswords.ROTATION_DAYS).isGreaterThan(Fleet.MAXIMUM_LIFETIME_DAYS);
    }

    @Test
    void logsOfTheDatabaseAndItsFunctionsAreEncrypted() {
        List<String> groups = Cloud.all("AWS::Logs::LogGroup").stream()
                .map(group -> group.at("Properties"))
                .filter(group -> group.has("LogGroupName"))
                .map(group -> group.at("LogGroupName").text())
                .toList();
        List<String> functions = Cloud.all("AWS::Serverless::Application").stream()
                .map(function ->
                        function.at("Properties", "Parameters", "functionName").text())
                .toList();

        assertThat(functions)
                .hasSize(3)
                .allSatisfy(function -> assertThat(groups).contains("/aws/lambda/" + function));
        assertThat(groups).contains("/aws/rds/instance/consilium-example/error");
    }

    @Test
    void theSecretsAreRetainedWithTheDatabase() {
        Cloud.template().resourceCountIs("AWS::SecretsManager::Secret", 9);
        Cloud.template().allResources("AWS::SecretsManager::Secret", Map.of("DeletionPolicy", "Retain"));
    }
}
