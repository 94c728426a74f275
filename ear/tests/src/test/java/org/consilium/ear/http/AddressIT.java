package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.database.migration.CanonicalAddresses;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.database.Database;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** An e-mail address is one account's in all its spellings, and no other address is taken for it. */
class AddressIT {

    private static final String WRONG_PAIR = "E-mail or password is wrong.";

    private final String name = "a" + People.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);

    @Test
    void anotherDomainIsAnotherAddress() {
        String email = People.patient().email();
        assertThat(signIn(email.replace(".org", ".\u00f8rg")).body()).contains(WRONG_PAIR);
        assertThat(signIn(email.replace("@", "\u0308@")).body()).contains(WRONG_PAIR);
        assertThat(signIn(" " + email.toUpperCase(Locale.ROOT) + " ").isDone()).isTrue();
    }

    @Test
    void everySpellingIsOneAccount() {
        String canonical = name + "@xn--bcher-kva.example";
        RegistrationForm.register(Visitors.anonymous(), name + "@bu\u0308cher.example", canonical);
        for (String spelling : List.of("@b\u00fccher.example", "@B\u00dcCHER.example", "@xn--bcher-kva.example")) {
            assertThat(register(name + spelling).location()).contains("done=registered");
            assertThat(Stand.get().mails().take(canonical, "You have an account already"))
                    .isNotNull();
            assertThat(signIn(name + spelling).isDone()).as(spelling).isTrue();
        }
        assertThat(Records.accounts(canonical)).isEqualTo(1);
    }

    /** Browsers convert domains as IDNA 2008 does, if they do. */
    @Test
    void aDomainIsTheSameWhetherABrowserHasConvertedItOrNot() {
        RegistrationForm.register(Visitors.anonymous(), name + "@fa\u00df.example", name + "@xn--fa-hia.example");
        assertThat(signIn(name + "@xn--fa-hia.example").isDone()).isTrue();
        assertThat(signIn(name + "@FA\u1e9e.example").isDone()).isTrue();
        assertThat(signIn(name + "@fass.example").body()).contains(WRONG_PAIR);
        RegistrationForm.register(
                Visitors.anonymous(), name + "@\u03b2\u03cc\u03bb\u03bf\u03c2.example", name + "@xn--nxasmm1c.example");
        assertThat(signIn(name + "@xn--nxasmm1c.example").isDone()).isTrue();
    }

    /** As browsers do in fields for e-mail addresses, each in its own way. */
    @Test
    void noBrowserConvertsOrRefusesAnAddress() {
        for (String page : List.of("/sign-in", "/register")) {
            assertThat(Visitors.anonymous().get(page).body())
                    .contains("inputmode=\"email\"")
                    .doesNotContain("type=\"email\"");
        }
    }

    @Test
    void aDomainWithoutAnAsciiFormIsRefused() {
        Answer refused = register(name + "@-\u00df.example");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(Records.registrations(name + "@-\u00df.example")).isZero();
    }

    /** A node of the version before, during an upgrade. */
    @Test
    void anAddressThatTheVersionBeforeStoresKeepsWorking() {
        String email = People.patient().email();
        Records.change("UPDATE account SET email = ? WHERE email = ?", name + "@b\u00fccher.example", email);
        assertThat(signIn(name + "@B\u00fccher.example").isDone()).isTrue();
    }

    @Test
    void theMigrationRewritesWhatIsStored() throws SQLException {
        Database database = Stand.get().databaseServer().createDatabase("consilium_addresses");
        migrate(database, "8");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO account (public_id, email, role, status, first_name, last_name,"
                    + " created_at) VALUES ('1', 'one@b\u00fccher.example', 'PATIENT', 'ACTIVE', 'a', 'b', NOW()),"
                    + " ('2', 'jose\u0301@example.org', 'PATIENT', 'ACTIVE', 'a', 'b', NOW()),"
                    + " ('3', 'three@example.org', 'PATIENT', 'ACTIVE', 'a', 'b', NOW()),"
                    + " ('4', 'two@b\u00fccher.example', 'PATIENT', 'ACTIVE', 'a', 'b', NOW()),"
                    + " ('5', 'two@xn--bcher-kva.example', 'PATIENT', 'ACTIVE', 'a', 'b', NOW())");
        }
        migrate(database, "10");
        assertThat(addresses(database))
                .containsExactly(
                        "one@xn--bcher-kva.example",
                        "jos\u00e9@example.org",
                        "three@example.org",
                        "two@b\u00fccher.example",
                        "two@xn--bcher-kva.example");
    }

    private static void migrate(Database database, String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .javaMigrations(new CanonicalAddresses())
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> addresses(Database database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT email FROM account ORDER BY id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Answer signIn(String email) {
        return Visitors.signIn(Visitors.anonymous(), email, People.PASSWORD);
    }

    private static Answer register(String email) {
        HttpVisit visit = Visitors.anonymous();
        return visit.post("/register", RegistrationForm.of(visit, email));
    }
}
