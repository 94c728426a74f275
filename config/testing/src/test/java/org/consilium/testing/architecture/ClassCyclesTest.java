package org.consilium.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cycles in classes made for it. Each is a top-level class, as nested ones count as one. */
class ClassCyclesTest {
    @Test
    void classesThatReachEachOtherAreACycle() {
        assertThat(ClassCycles.in(new ClassFileImporter()
                        .importClasses(First.class, Second.class, Second.Nested.class, Third.class, Outside.class)))
                .isEqualTo(List.of(new TreeSet<>(Set.of(name(First.class), name(Second.class), name(Third.class)))));
    }

    @Test
    void aClassThatIsOnlyUsedIsNone() {
        assertThat(ClassCycles.in(new ClassFileImporter().importClasses(First.class, Outside.class, Third.class)))
                .isEmpty();
    }

    private static String name(Class<?> type) {
        return type.getName();
    }
}

final class First {
    @Nullable
    Second second;

    @Nullable
    Outside outside;
}

final class Second {
    static final class Nested {
        Third[] third() {
            return new Third[0];
        }
    }
}

final class Third {
    boolean is(Object other) {
        return other instanceof First;
    }
}

final class Outside {
    @Nullable
    Outside next;
}
