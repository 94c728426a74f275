package org.consilium.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people write in a consultation is unread for the others, whatever is added to what they can write. */
class WritingTest {

    private static final JavaClasses FEATURE = new ClassFileImporter().importPackages("org.consilium.consultation");

    @Test
    void whateverSomebodyWritesInAConsultationCanBeUnread() {
        Set<String> written = FEATURE.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .filter(type -> hasField(type, "consultationKey") && hasField(type, "authorKey"))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Writing.values()).map(kind -> kind.entity().getName()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static boolean hasField(JavaClass type, String name) {
        return type.getFields().stream().anyMatch(field -> field.getName().equals(name));
    }
}
