package org.consilium.ear.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.ProofPage;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.StoredTrail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/**
 * The trail leaves the system for privacy officers alone, and on record; the application may add to it, and no more.
 */
class TrailDownloadIT {
    private final StoredTrail trail = StoredTrail.of(Stand.get().database());
    private final HttpVisit officer = Visitors.signedIn(People.privacyOfficer().email());
    private final HttpVisit doctor =
            Visitors.signedIn(People.doctor(People.GENERAL).email());
    private final ProofPage proof = new ProofPage(officer);

    private String entry() {
        return trail.table("entry");
    }

    @Test
    void theApplicationItselfMayNotChangeTheTrail() {
        assertThat(trail.column("SELECT privilege_type FROM information_schema.schema_privileges WHERE table_schema = '"
                        + trail.schema().replace("_", "\\\\_") + "'"))
                .containsExactly("SELECT");
        assertThat(trail.column("SELECT DISTINCT privilege_type FROM information_schema.column_privileges"
                        + " WHERE table_schema = '" + trail.schema() + "' AND table_name = 'entry'"))
                .containsExactly("INSERT");
        assertThat(trail.column("SELECT column_name FROM information_schema.column_privileges"
                        + " WHERE table_schema = '" + trail.schema() + "' AND table_name = 'entry'"))
                .hasSize(16)
                .doesNotContain("id");
        for (String table : List.of("seal", "anchor")) {
            assertThat(trail.column("SELECT privilege_type FROM information_schema.table_privileges"
                            + " WHERE table_schema = '" + trail.schema() + "' AND table_name = '" + table + "'"))
                    .as(table)
                    .containsExactly("INSERT");
        }
    }

    @Test
    void theDownloadIsOnRecord() {
        long before = downloads();
        var unused = proof.download();
        assertThat(downloads()).isEqualTo(before + 1);
    }

    @Test
    void theEntriesComeAsFhirAuditEventsToo() {
        SealedHospital.look(doctor, 12);
        long before = downloads();
        Answer file = officer.get("/privacy-export/fhir");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/fhir+ndjson"));
        assertThat(file.body().lines())
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(line -> line.startsWith("{\"resourceType\":\"AuditEvent\",\"id\":\"entry-"));
        assertThat(downloads()).isEqualTo(before + 1);
        assertThat(doctor.get("/privacy-export/fhir").status()).isEqualTo(404);
    }

    private long downloads() {
        return trail.number("SELECT COUNT(*) FROM " + entry()
                + " WHERE action = 'DOWNLOAD_TRAIL' AND kind = 'DOWNLOAD' AND outcome = 'DONE'");
    }

    @Test
    void nobodyElseGetsIt() {
        assertThat(doctor.get("/privacy-export/whole").status()).isEqualTo(404);
        assertThat(Visitors.anonymous().get("/privacy-export/whole").status()).isEqualTo(404);
        assertThat(officer.get("/privacy-export/whole", "Sec-Fetch-Site", "cross-site")
                        .status())
                .as("from a page of others")
                .isEqualTo(404);
    }
}
