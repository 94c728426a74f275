package org.consilium.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseRightsTest {

    /** All tests of the application use these rights, so a missing one shows before it reaches the cloud. */
    @Test
    void areTheSameInTheCloud() throws IOException {
        String cloud = Files.readString(Path.of("../../packer/files/opt/consilium/bin/database-user"));

        assertThat(cloud).contains("\nrights='" + DatabaseServer.RIGHTS + "'\n").contains("\nGRANT $rights ON ");
        assertThat(cloud)
                .contains("\nowner_rights='" + DatabaseServer.OWNER_RIGHTS + "'\n")
                .contains("\nGRANT $owner_rights ON ");
    }
}
