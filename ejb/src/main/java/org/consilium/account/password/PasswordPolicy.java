package org.consilium.account.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consilium.access.Role;
import org.consilium.account.factor.SecondFactorPolicy;
import org.consilium.account.password.WeakPasswordException.Reason;

/**
 * Refuses passwords that are easy to guess: short ones, those that many people use or that have been found in breaches,
 * those with the person's own name or address, and simple patterns (NIST SP 800-63B-4, section 3.1.1.2). There are no
 * rules about which characters to use. How many guesses a password takes is estimated by zxcvbn (Wheeler, "zxcvbn:
 * low-budget password strength estimation", USENIX Security 2016).
 */
@ApplicationScoped
public class PasswordPolicy {
    /** From 10 to the 8th power on, zxcvbn calls a password safe from somebody who has got hold of a slow hash. */
    private static final double MIN_GUESSES_LOG10 = 8.5;

    private static final double MIN_GUESSES_LOG10_WITH_SECOND_FACTOR = 8;

    /** Its beginning tells enough: the time of an estimate grows faster than the length. */
    private static final int ESTIMATED = 100;

    private static final String COMMON = "passwords";

    /** Shorter words are in many passwords by chance. */
    private static final int MIN_PERSONAL = 3;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    private final Predicate<Role> secondFactor;

    @SuppressWarnings("NullAway") // CDI's proxy has no state
    protected PasswordPolicy() {
        secondFactor = null;
    }

    @Inject
    PasswordPolicy(SecondFactorPolicy policy) {
        this(policy::isRequired);
    }

    /** @param secondFactor whether people of a role need a second factor */
    PasswordPolicy(Predicate<Role> secondFactor) {
        this.secondFactor = secondFactor;
    }

    /**
     * Checks a password that is chosen.
     *
     * @param role of the person
     * @param personal texts about the person, such as their name and e-mail address
     * @throws WeakPasswordException when it is easy to guess
     */
    public void require(String password, Role role, Collection<String> personal) {
        boolean protectedTwice = secondFactor.test(role);
        int min = protectedTwice ? Password.MIN_WITH_SECOND_FACTOR : Password.MIN;
        String stored = PasswordForms.stored(password);
        if (stored.codePointCount(0, stored.length()) < min) {
            throw new WeakPasswordException(Reason.SHORT, min);
        }
        String beginning = stored.substring(0, Math.min(stored.length(), ESTIMATED));
        Strength strength = zxcvbn.measure(
                beginning,
                Stream.concat(words(personal), Stream.of("consilium")).toList());
        if (strength.getGuessesLog10() < (protectedTwice ? MIN_GUESSES_LOG10_WITH_SECOND_FACTOR : MIN_GUESSES_LOG10)) {
            throw new WeakPasswordException(reason(stored, personal, strength.getSequence()), min);
        }
    }

    /** The texts and each of their words, in lower case, as zxcvbn compares them. */
    private static Stream<String> words(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isBlank())
                .distinct();
    }

    private static Reason reason(String password, Collection<String> personal, List<Match> parts) {
        String typed = password.toLowerCase(Locale.ROOT);
        if (words(personal).anyMatch(word -> word.length() >= MIN_PERSONAL && typed.contains(word))) {
            return Reason.PERSONAL;
        }
        return isCommon(parts) ? Reason.COMMON : Reason.PREDICTABLE;
    }

    /** Whether a part, or the unit that a part repeats, is a common password. */
    private static boolean isCommon(List<Match> parts) {
        return parts.stream()
                .anyMatch(part ->
                        COMMON.equals(part.dictionaryName) || (part.baseMatches != null && isCommon(part.baseMatches)));
    }
}
