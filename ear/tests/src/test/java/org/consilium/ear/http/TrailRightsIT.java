package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.consilium.ear.http.Uploads.Ticket;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Trail.Row;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.local.process.Ports;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;

/** Nothing is done or shown that is not on the audit trail, and the application cannot change what is. */
class TrailRightsIT {

    private static final Duration TRANSFER = Duration.ofSeconds(60);

    private final Person patient = People.patient();
    private final Person doctor = People.doctor(People.GENERAL);
    private final long patientKey = People.key(patient);
    private final String consultation = People.consultation(patient, "Not on record");
    private final String path = "/consultation/" + consultation;
    private final long before = Trail.newest();

    @Test
    void nothingIsDoneOrShownWithoutAnEntry() throws SQLException {
        HttpVisit visit = Visitors.signedIn(patient.email());
        HtmlForm form = HtmlForm.in(visit.get(path).body(), "reply").with("message", "Not on record");
        long messages = Records.messagesIn(consultation);
        mayInsert(false);
        try {
            assertThat(visit.get(path).status()).isEqualTo(503);
            assertThat(visit.post(path, form).status()).isEqualTo(503);
            assertThat(Visitors.signIn(Visitors.anonymous(), doctor.email(), People.PASSWORD)
                            .status())
                    .isEqualTo(503);
        } finally {
            mayInsert(true);
        }
        assertThat(Records.messagesIn(consultation)).isEqualTo(messages);
        assertThat(visit.get(path).status()).isEqualTo(200);
    }

    /** Each of its steps is a transaction of its own, before the call ends. */
    @Test
    void noStepOfAnUploadIsTakenWithoutAnEntry() throws SQLException {
        HttpVisit visit = Visitors.signedIn(patient.email());
        byte[] sent = SamplePhotos.disc(640, 480, Color.RED);
        Ticket ticket = Ticket.of(Uploads.ticket(visit, sent, consultation));
        Uploads.putAll(ticket, sent);
        String stored = Uploads.send(visit, SamplePhotos.disc(640, 480, Color.BLUE), consultation);
        HtmlForm cleaning = HtmlForm.in(visit.get(path).body(), "reply")
                .with("message", "Not on record")
                .with("photo-ids", stored)
                .with("photo-clean", "on");
        String images = images();
        mayInsert(false);
        try {
            assertThat(Uploads.ticket(visit, SamplePhotos.disc(640, 480, Color.GREEN), consultation)
                            .status())
                    .isEqualTo(503);
            assertThat(visit.post("/photos/" + ticket.id(), new byte[0]).status())
                    .isEqualTo(503);
            assertThat(visit.post(path, cleaning).status()).isEqualTo(503);
            assertThat(visit.delete("/photos/" + stored).status()).isEqualTo(503);
        } finally {
            mayInsert(true);
        }
        assertThat(images()).isEqualTo(images);
        long now = Trail.newest();
        assertThat(Uploads.completeOnce(visit, ticket)).isIn("CHECKING", "READY");
        assertThat(visit.delete("/photos/" + stored).status()).isEqualTo(204);
        assertThat(Trail.of(patientKey, now).stream().map(Row::step))
                .containsExactly("CHANGE FINISH_IMAGE DONE", "CHANGE DISCARD_IMAGE DONE");
    }

    /** The id, status, and metadata of each photo of the patient, the oldest first. */
    private String images() {
        return Records.text(
                "SELECT GROUP_CONCAT(public_id, ' ', status, ' ', metadata ORDER BY id) FROM image WHERE owner_id = ?",
                patientKey);
    }

    /** A session ends in any case; its entry waits in the object store. */
    @Test
    void theEndOfASessionIsOnRecordOnceThatIsPossible() throws SQLException {
        HttpVisit visit = Visitors.signedIn(patient.email());
        mayInsert(false);
        try {
            assertThat(visit.get(path).status())
                    .as("a page, which is not shown")
                    .isEqualTo(503);
            assertThat(Visitors.signOut(visit).status()).isEqualTo(302);
            assertThat(visit.get(path).status()).isEqualTo(303);
        } finally {
            mayInsert(true);
        }
        await().atMost(TRANSFER)
                .untilAsserted(
                        () -> assertThat(Trail.of(patientKey, before).stream().map(Row::step))
                                .containsExactly("SIGN_IN NOTE_SIGN_IN DONE", "SIGN_OUT END_VISIT DONE"));
    }

    /** The rights of the application's user, as its owner gives them. */
    private static void mayInsert(boolean may) throws SQLException {
        Database application = Stand.get().database();
        String right = " INSERT (at) ON " + Trail.table() + " ";
        administer((may ? "GRANT" + right + "TO " : "REVOKE" + right + "FROM ") + application.user() + "@'"
                + Ports.LOOPBACK + "'");
    }

    private static void administer(String sql) throws SQLException {
        try (var connection = Stand.get().databaseServer().administrator().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theApplicationCannotChangeTheTrail() throws SQLException {
        for (String sql : List.of(
                "INSERT INTO " + Trail.table() + " (id, at, kind, action, outcome, node)"
                        + " VALUES (9223372036854775807, UTC_TIMESTAMP(), 'VIEW', 'OPEN_PAGE', 'DONE', 'n')",
                "UPDATE " + Trail.table() + " SET outcome = 'DONE' WHERE id = 1",
                "DELETE FROM " + Trail.table() + " WHERE id = 1",
                "TRUNCATE " + Trail.table(),
                "ALTER TABLE " + Trail.table() + " DROP COLUMN reason",
                "DROP TABLE " + Trail.table())) {
            try (var connection = Stand.get().database().connect();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("denied");
            }
        }
    }
}
