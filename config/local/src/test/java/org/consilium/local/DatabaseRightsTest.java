package org.consilium.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseRightsTest {

    /** All tests of the whole run with these rights: what they do not need, nobody has. */
    @Test
    void theCloudGivesTheSame() throws IOException {
        String cloud = Files.readString(Path.of("../../packer/files/opt/consilium/bin/database-user"));

        assertThat(cloud).contains("\nrights='" + MariaDb.RIGHTS + "'\n").contains("\nGRANT $rights ON ");
    }
}
