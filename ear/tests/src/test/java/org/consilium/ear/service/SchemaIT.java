package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.account.Account;
import org.consilium.account.AccountUnlock;
import org.consilium.account.FormerName;
import org.consilium.account.address.AddressChange;
import org.consilium.account.closing.ClosingRequest;
import org.consilium.account.passkey.Passkey;
import org.consilium.account.recovery.FactorReset;
import org.consilium.care.Registration;
import org.consilium.consultation.AfterVisitSummary;
import org.consilium.consultation.Consultation;
import org.consilium.consultation.Message;
import org.consilium.consultation.MessageImage;
import org.consilium.consultation.StaffNote;
import org.consilium.consultation.team.Asking;
import org.consilium.emergency.EmergencyAccess;
import org.consilium.mail.Letter;
import org.consilium.privacy.disclosure.Disclosure;
import org.consilium.privacy.question.Question;
import org.consilium.review.Decision;
import org.junit.jupiter.api.Test;

/** The database as the application has made it at its start, and as the application speaks to it. */
class SchemaIT extends InContainer {

    private static final String OWN_TABLES = " from information_schema.tables"
            + " where table_schema = database() and table_name <> 'flyway_schema_history' and ";

    /** What JPA assumes where no length is declared. */
    private static final int DEFAULT_LENGTH = 255;

    /** Of utf8mb4. */
    private static final int MAX_BYTES_OF_CHARACTER = 4;

    @Test
    void hasEveryMigration() {
        assertThat(rows.column("select script from flyway_schema_history where success = 1 order by installed_rank"))
                .startsWith("V1__consultations.sql", "V2__first_teams.sql");
        assertThat(rows.count("flyway_schema_history where success = 0")).isZero();
    }

    @Test
    void keepsEveryTableInOneWay() {
        assertThat(rows.column("select table_name" + OWN_TABLES + "engine = 'InnoDB'"))
                .contains("account", "patient", "consultation", "message", "image");
        assertThat(rows.column("select table_name" + OWN_TABLES
                        + "(engine <> 'InnoDB' or table_collation <> 'utf8mb4_unicode_520_ci')"))
                .isEmpty();
    }

    @Test
    void hasAnIndexThatBeginsWithEachForeignKey() {
        assertThat(rows.column("select k.constraint_name from information_schema.key_column_usage k"
                        + " where k.table_schema = database() and k.referenced_table_name is not null"))
                .contains("message_consultation", "consultation_patient");
        assertThat(rows.column("select k.constraint_name from information_schema.key_column_usage k"
                        + " where k.table_schema = database() and k.referenced_table_name is not null"
                        + " and not exists (select 1 from information_schema.statistics s"
                        + " where s.table_schema = k.table_schema and s.table_name = k.table_name"
                        + " and s.column_name = k.column_name and s.seq_in_index = k.ordinal_position)"))
                .isEmpty();
    }

    /** A text that its constraint accepts fits into its column; a VARCHAR takes no more than that. */
    @Test
    void columnsAreAsLongAsTheirConstraintsAllow() {
        List<String> wrong = new ArrayList<>();
        columns().forEach((name, length) -> {
            String[] column = name.split("\\.", 2);
            String[] found = rows.only(
                            "select concat_ws(' ', data_type, character_octet_length) from information_schema.columns"
                                    + " where table_schema = database() and table_name = ? and column_name = ?",
                            column[0],
                            column[1])
                    .split(" ", 2);
            long characters = Long.parseLong(found[1]) / MAX_BYTES_OF_CHARACTER;
            if (found[0].equals("varchar") ? characters != length : characters < length) {
                wrong.add(name + " holds " + characters + ", not " + length);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** The columns whose entities declare a length, such as {@code account.email}, each with that length. */
    private static Map<String, Integer> columns() {
        return Stream.of(
                        Account.class,
                        Consultation.class,
                        Message.class,
                        MessageImage.class,
                        StaffNote.class,
                        AfterVisitSummary.class,
                        Registration.class,
                        Letter.class,
                        Passkey.class,
                        AccountUnlock.class,
                        ClosingRequest.class,
                        FormerName.class,
                        AddressChange.class,
                        FactorReset.class,
                        EmergencyAccess.class,
                        Asking.class,
                        Decision.class,
                        Disclosure.class,
                        Question.class)
                .flatMap(entity -> Arrays.stream(entity.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(Column.class))
                        .map(field -> field.getAnnotation(Column.class))
                        .filter(column -> column.length() != DEFAULT_LENGTH)
                        .map(column -> Map.entry(
                                entity.getAnnotation(Table.class).name() + "." + column.name(), column.length())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void everyTextOfAPersonDeclaresItsLength() {
        assertThat(columns().keySet())
                .containsExactlyInAnyOrder(
                        "account.email",
                        "account.first_name",
                        "account.last_name",
                        "account.name_key",
                        "account.given_name_key",
                        "account.time_zone",
                        "consultation.title",
                        "message.body",
                        "message_image.description",
                        "staff_note.body",
                        "after_visit_summary.summary",
                        "after_visit_summary.instructions",
                        "registration.email",
                        "registration.first_name",
                        "registration.last_name",
                        "letter.recipient",
                        "passkey.name",
                        "account_unlock.reason",
                        "account.chosen_time_zone",
                        "closing_request.reason",
                        "former_name.first_name",
                        "former_name.last_name",
                        "address_change.email",
                        "factor_reset.email",
                        "factor_reset.reason",
                        "emergency_access.words",
                        "emergency_access.letter_reason",
                        "asking.note",
                        "review_decision.comment",
                        "disclosure.recipient",
                        "disclosure.recipient_address",
                        "disclosure.description",
                        "disclosure.purpose",
                        "privacy_question.question",
                        "privacy_question.answer");
    }

    /** What a transaction waited for it has to see: under REPEATABLE READ, the default of Amazon RDS, it would not. */
    @Test
    void readsWhatIsCommitted() {
        assertThat(rows.only("select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
    }
}
