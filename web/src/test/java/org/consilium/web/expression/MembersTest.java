package org.consilium.web.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.DayOfWeek;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final Members members = new Members();

    /** A bean as pages have them. */
    public static class Backing {

        public String getTitle() {
            return "title";
        }

        public boolean isOpen() {
            return true;
        }

        public String one(String text) {
            return text;
        }

        public int one(int first, int second) {
            return first + second;
        }

        public String several(String text) {
            return text;
        }

        public String several(Integer number) {
            return number.toString();
        }
    }

    /** A class that reads its properties in another way. */
    public static class Values extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void gettersHaveEitherName() {
        assertThat(members.getter(Backing.class, "title")).map(Method::getName).contains("getTitle");
        assertThat(members.getter(Backing.class, "open")).map(Method::getName).contains("isOpen");
    }

    @Test
    void whateverIsReadInAnotherWayIsLeftToFaces() {
        assertThat(members.getter(Values.class, "empty")).isEmpty();
        assertThat(members.getter(String.class, "empty")).isEmpty();
        assertThat(members.getter(Backing.class, "missing")).isEmpty();
    }

    @Test
    void aMethodIsFoundIfItIsTheOnlyOne() {
        assertThat(members.method(Backing.class, "one", 1)).isPresent();
        assertThat(members.method(Backing.class, "one", 2)).isPresent();
        assertThat(members.method(Backing.class, "several", 1)).isEmpty();
    }

    @Test
    void aValueForATextBecomesOneAsInExpressions() {
        Method concat = members.method(String.class, "concat", 1).orElseThrow();
        Object[] constant = {DayOfWeek.MONDAY};
        Object[] nothing = {null};

        assertThat(Arguments.fit(concat, constant)).isTrue();
        assertThat(constant).containsExactly("MONDAY");
        assertThat(Arguments.fit(concat, nothing)).isTrue();
        assertThat(nothing).containsExactly("");
    }

    @Test
    void otherValuesMustBeOfTheParametersType() {
        Method sum = members.method(Backing.class, "one", 2).orElseThrow();

        assertThat(Arguments.fit(sum, new Object[] {1, 2})).isTrue();
        assertThat(Arguments.fit(sum, new Object[] {1L, 2L})).isFalse();
        assertThat(Arguments.fit(sum, new Object[] {1, null})).isFalse();
    }
}
