package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsNode
class DatabaseTest {

    private static final Json PRIMARY = Cloud.at("AWS::RDS::DBInstance", "Database/Primary");

    private static List<Json> replicas() {
        return Cloud.all("AWS::RDS::DBInstance").stream()
                .map(each -> each.at("Properties"))
                .filter(each -> each.has("SourceDBInstanceIdentifier"))
                .toList();
    }

    @Test
    void isMySql84WithAStandbyInAnotherZone() {
        assertThat(PRIMARY.at("Engine").text()).isEqualTo("mysql");
        assertThat(PRIMARY.at("EngineVersion").text()).startsWith("8.4");
        assertThat(PRIMARY.at("MultiAZ").text()).isEqualTo("true");
    }

    @Test
    void isEncryptedWithTheHospitalsKey() {
        assertThat(PRIMARY.at("StorageEncrypted").text()).isEqualTo("true");
        assertThat(PRIMARY.at("KmsKeyId").toString()).contains("KeysData");
        assertThat(PRIMARY.at("PerformanceInsightsKMSKeyId").toString()).contains("KeysData");
    }

    @Test
    void isBackedUpFor35Days() {
        assertThat(PRIMARY.at("BackupRetentionPeriod").text()).isEqualTo("35");
        assertThat(PRIMARY.at("DeletionProtection").text()).isEqualTo("true");
        assertThat(PRIMARY.at("CopyTagsToSnapshot").text()).isEqualTo("true");
    }

    @Test
    void knowsItsCallersByIamTooAndIsNotPublic() {
        assertThat(PRIMARY.at("EnableIAMDatabaseAuthentication").text()).isEqualTo("true");
        assertThat(PRIMARY.at("PubliclyAccessible").text()).isEqualTo("false");
    }

    @Test
    void takesTlsAlone() {
        for (String path : List.of("Database/Parameters/Primary", "Database/Parameters/Replicas")) {
            Json parameters = Cloud.at("AWS::RDS::DBParameterGroup", path).at("Parameters");
            assertThat(parameters.at("require_secure_transport").text()).isEqualTo("1");
        }
        assertThat(Cloud.at("AWS::SSM::Parameter", "Settings/consilium.database.url")
                        .toString())
                .contains("sslMode=VERIFY_IDENTITY");
    }

    @Test
    void theGeneralLogIsNeitherWrittenNorExported() {
        assertThat(Cloud.at("AWS::RDS::DBParameterGroup", "Database/Parameters/Primary")
                        .at("Parameters", "general_log")
                        .text())
                .isEqualTo("0");
        for (Json instance : Cloud.all("AWS::RDS::DBInstance")) {
            assertThat(instance.at("Properties", "EnableCloudwatchLogsExports").texts())
                    .as("the others hold what people write")
                    .containsExactly("error");
        }
    }

    @Test
    void replicasHaveParametersOfTheirOwn() {
        assertThat(replicas()).hasSize(Cloud.plan().replicas());
        for (Json replica : replicas()) {
            assertThat(replica.at("DBParameterGroupName").toString())
                    .contains("ParametersReplicas")
                    .isNotEqualTo(PRIMARY.at("DBParameterGroupName").toString());
            assertThat(replica.at("EnableIAMDatabaseAuthentication").text()).isEqualTo("true");
            assertThat(replica.at("MaxAllocatedStorage").text())
                    .isEqualTo(PRIMARY.at("MaxAllocatedStorage").text());
        }
        assertThat(Cloud.at("AWS::RDS::DBParameterGroup", "Database/Parameters/Replicas")
                        .at("Parameters"))
                .satisfies(parameters ->
                        assertThat(parameters.has("max_execution_time")).isTrue())
                .satisfies(parameters -> assertThat(parameters.has("read_only"))
                        .as("one that is promoted takes writes")
                        .isFalse());
    }

    @Test
    void nodesReadFromEachReplicaByTls() {
        String addresses = Cloud.at("AWS::SSM::Parameter", "Settings/consilium.database.replica-url")
                .at("Value")
                .toString();

        assertThat(addresses.split("DatabaseReplica", -1)).hasSize(Cloud.plan().replicas() + 1);
        assertThat(addresses).contains("sslMode=VERIFY_IDENTITY");
    }

    @Test
    void passwordsAreChangedEvery30DaysAndNeverTwiceInANodesLife() {
        assertThat(Cloud.all("AWS::SecretsManager::RotationSchedule"))
                .hasSize(2)
                .allSatisfy(schedule -> assertThat(schedule.at("Properties", "RotationRules", "ScheduleExpression")
                                .text())
                        .isEqualTo("rate(30 days)"));
        assertThat(Cloud.at("AWS::SecretsManager::RotationSchedule", "Database/Passwords/Application")
                        .at("RotateImmediatelyOnUpdate")
                        .text())
                .as("the application's user is not there yet")
                .isEqualTo("false");
        assertThat(DatabasePasswords.ROTATION_DAYS).isGreaterThan(Fleet.MAXIMUM_LIFETIME_DAYS);
    }

    @Test
    void whatItsFunctionsAndItselfSayIsEncryptedWithTheKeyOfTheLogs() {
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
                .hasSize(2)
                .allSatisfy(function -> assertThat(groups).contains("/aws/lambda/" + function));
        assertThat(groups).contains("/aws/rds/instance/consilium-example/error");
    }

    @Test
    void theSecretsStayAsLongAsTheDatabase() {
        List<Json> secrets = Cloud.all("AWS::SecretsManager::Secret");

        assertThat(secrets)
                .hasSize(5)
                .allSatisfy(
                        secret -> assertThat(secret.at("DeletionPolicy").text()).isEqualTo("Retain"));
    }
}
