package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.account.PersonName;
import org.consilium.review.mark.MarkKind;
import org.junit.jupiter.api.Test;

/** The rules about the own record, a colleague's, and those of marked patients. */
class MarkRulesTest {

    private final AccessRule own = new OwnRecordRule();
    private final AccessRule colleague = new ColleagueRule();
    private final AccessRule sensitive = new SensitiveRule();

    /** The patient Ben Okafor is marked as the employee whose account is that of the doctor. */
    @Test
    void theOwnRecordIsFoundByItsMark() {
        Access access = Example.marked(MarkKind.EMPLOYEE, Example.DOCTOR);
        assertThat(own.check(access)).contains(Hit.of(Why.OWN_BY_MARK));
        assertThat(colleague.check(access)).isEmpty();
        assertThat(sensitive.check(access)).contains(Hit.of(Why.MARKED_EMPLOYEE));
    }

    @Test
    void theOwnRecordIsFoundByTheFullName() {
        assertThat(own.check(Example.named("ANA", "Nunez"))).contains(Hit.of(Why.OWN_BY_NAME));
        assertThat(own.check(Example.named("Pedro", "Núñez"))).isEmpty();
    }

    @Test
    void aColleaguesRecordIsFoundByItsMark() {
        Access access = Example.marked(MarkKind.EMPLOYEE, Example.COLLEAGUE);
        assertThat(colleague.check(access)).contains(Hit.of(Why.COLLEAGUE_BY_MARK));
        assertThat(own.check(access)).isEmpty();
    }

    /** Chen Li is in the doctor's team, and a patient has the same name. */
    @Test
    void aColleaguesRecordIsFoundByTheFullName() {
        PersonKeys li = PersonKeys.of(new PersonName("Chen", "Li"));
        Access access = new Access(
                Example.view(), Example.of(Example.view()).person(), li, List.of(), Map.of(Example.COLLEAGUE, li));
        assertThat(colleague.check(access)).contains(Hit.of(Why.COLLEAGUE_BY_NAME));
    }

    @Test
    void anEmployeeOfAnotherTeamIsMarkedAndNoColleague() {
        Access access = Example.marked(MarkKind.EMPLOYEE, 99L);
        assertThat(colleague.check(access)).isEmpty();
        assertThat(sensitive.check(access)).contains(Hit.of(Why.MARKED_EMPLOYEE));
    }

    @Test
    void aPersonOfPublicInterestIsSensitive() {
        assertThat(sensitive.check(Example.marked(MarkKind.VIP, null))).contains(Hit.of(Why.MARKED_VIP));
        assertThat(colleague.check(Example.marked(MarkKind.VIP, null))).isEmpty();
        assertThat(sensitive.check(Example.of(Example.view()))).isEmpty();
    }
}
