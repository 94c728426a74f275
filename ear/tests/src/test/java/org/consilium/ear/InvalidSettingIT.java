package org.consilium.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.consilium.ear.stand.Stand;
import org.consilium.local.database.MariaDb;
import org.consilium.local.node.Node;
import org.consilium.local.node.NodeSettings;
import org.consilium.local.process.Ports;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node with an invalid setting does not start, and says which one it is: nobody finds it later, on a page. */
class InvalidSettingIT {

    private static final Duration START = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({
        "consilium.emergency.hours, 5, is from 1 to 4",
        "consilium.review.rules-off, break-glass, each emergency access is reviewed"
    })
    void endsTheStart(String setting, String value, String said) {
        Stand stand = Stand.get();
        NodeSettings settings = NodeSettings.of("invalid-" + value, Ports.free())
                .with(stand.configuration(MariaDb.DEFAULT_DATABASE))
                .with(setting, value);
        try (Node node = Node.start(stand.workspace(), settings, ended -> {})) {
            await().atMost(START).until(() -> !node.process().isAlive());
            assertThat(node.process().exitCode()).isEqualTo(1);
            await().untilAsserted(() ->
                    assertThat(node.lines()).anySatisfy(line -> assertThat(line).contains(setting, said)));
        }
    }
}
