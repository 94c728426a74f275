package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The database as the application has made it at its start, and as the application speaks to it. */
class SchemaIT extends InContainer {

    private static final String OWN_TABLES = " from information_schema.tables"
            + " where table_schema = database() and table_name <> 'flyway_schema_history' and ";

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

    /** What a transaction waited for it has to see: under REPEATABLE READ, the default of Amazon RDS, it would not. */
    @Test
    void readsWhatIsCommitted() {
        assertThat(rows.only("select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
    }
}
