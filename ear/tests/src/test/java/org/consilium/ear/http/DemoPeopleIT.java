package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.ear.stand.AuthenticatorApp;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** The people of the demo who sign in with a second step, by what the README says of them. */
class DemoPeopleIT {
    private static final List<String> PEOPLE = List.of("rosa.rash@example.org", "sven.skin@example.org");
    private static final String PASSWORD = "Consilium-demo-1";
    private static final String CODE = "/sign-in/code";

    @Test
    void signInWithTheirAppOrARecoveryCode() {
        AuthenticatorApp app = new AuthenticatorApp("CONS ILIU MDEM OCON SILI UMDE MOCO NSIL");
        for (String email : PEOPLE) {
            for (String code : List.of(app.code(0), "DEMO0-00001", "dem00-00002")) {
                assertThat(signIn(email, code).location()).as(email).doesNotContain("/sign-in");
            }
            assertThat(signIn(email, "DEM00-00001").body()).as("used").contains("This code is wrong");
        }
    }

    private static Answer signIn(String email, String code) {
        HttpVisit visit = Visitors.anonymous();
        assertThat(Visitors.signIn(visit, email, PASSWORD).location()).contains(CODE);
        return visit.post(CODE, HtmlForm.in(visit.get(CODE).body(), "answer").with("code", code));
    }
}
