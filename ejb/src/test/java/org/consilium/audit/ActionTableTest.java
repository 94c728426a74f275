package org.consilium.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.access.Action;
import org.consilium.access.Role;
import org.junit.jupiter.api.Test;

/** The table of what each role can do is made from {@link Action}: a failure prints the one that should be there. */
class ActionTableTest {
    private static final Path README = Path.of("../README.md");

    @Test
    void theReadmeSaysWhatEachRoleCanDo() throws IOException {
        String table = Arrays.stream(Action.values())
                .filter(action -> !action.isOpenToAnyone())
                .map(ActionTableTest::row)
                .collect(Collectors.joining());
        assertThat(Files.readString(README)).contains(table);
    }

    private static String row(Action action) {
        String roles = Arrays.stream(Role.values())
                .map(role -> action.isPermittedTo(role) ? " yes |" : "  |")
                .collect(Collectors.joining());
        String reach = action.isOnRecord() ? "the record" : "their own";
        String kind = AuditKinds.of(action).map(ActionTableTest::words).orElse("");
        return "| " + words(action) + (action.needsFreshTicket() ? " *" : "") + " |" + roles + ' ' + reach + " | "
                + kind + " |\n";
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
