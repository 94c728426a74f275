package org.consilium.trail.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.consilium.trail.TrailSchema;
import org.junit.jupiter.api.Test;

class TableDefinitionTest {
    private final List<String> statements = TrailSchema.creating("clinic_trail", "'clinic'@'%'");

    @Test
    void knowsTheColumnsAndIndexesOfATable() {
        TableDefinition entry = statements.stream()
                .map(TableDefinition::find)
                .flatMap(Optional::stream)
                .filter(definition -> definition.table().equals("entry"))
                .findFirst()
                .orElseThrow();

        assertThat(entry.parts())
                .containsEntry("account", "COLUMN account     BIGINT")
                .containsEntry("entry_patient", "KEY entry_patient (patient, at, id)")
                .containsEntry("entry_kind", "KEY entry_kind (kind, at, id)")
                .hasSize(17 + 5);
    }

    @Test
    void knowsEachTable() {
        assertThat(statements)
                .filteredOn(statement -> statement.contains("CREATE TABLE"))
                .allSatisfy(statement -> assertThat(TableDefinition.find(statement))
                        .hasValueSatisfying(
                                definition -> assertThat(definition.parts()).isNotEmpty()));
    }

    @Test
    void otherStatementsCreateNone() {
        assertThat(TableDefinition.find("GRANT SELECT ON `clinic_trail`.* TO 'clinic'@'%'"))
                .isEmpty();
    }
}
