package org.consilium.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a duplicate, the application learns the key and never the value. */
class DuplicateKeyExceptionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duplicate entry 'alice@example.org' for key 'account_email'",
                "Duplicate entry 'alice@example.org' for key 'account.account_email'",
                "Duplicate entry 'it's alice for key 'x'' for key 'account_email'"
            })
    void tellsTheKeyWithoutTheValue(String message) {
        SQLException duplicate = new SQLIntegrityConstraintViolationException(message, "23000", 1062);

        assertThat(DuplicateKeyException.in(new IllegalStateException("failed", duplicate)))
                .hasValueSatisfying(found -> {
                    assertThat(found.isOf("account_email")).isTrue();
                    assertThat(found)
                            .hasMessage("another row has the same account_email")
                            .hasNoCause();
                });
    }

    @Test
    void recognizesADuplicateInABatch() {
        BatchUpdateException batch =
                new BatchUpdateException("Duplicate entry '7-8' for key 'PRIMARY'", "23000", 1062, new int[0]);

        assertThat(DuplicateKeyException.isSaidBy(batch)).isTrue();
        assertThat(DuplicateKeyException.in(batch))
                .hasValueSatisfying(found -> assertThat(found.isOf("PRIMARY")).isTrue());
    }

    @Test
    void leavesOtherFailuresAlone() {
        SQLException reference = new SQLIntegrityConstraintViolationException("no such row", "23000", 1452);

        assertThat(DuplicateKeyException.in(reference)).isEmpty();
        assertThat(DuplicateKeyException.in(new IllegalStateException("failed")))
                .isEmpty();
    }
}
