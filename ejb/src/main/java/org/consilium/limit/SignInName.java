package org.consilium.limit;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The e-mail address that somebody signs in with. The database compares it without regard to case and accents, so every
 * spelling counts as the same: no spelling gets guesses of its own.
 */
public record SignInName(String email) implements LimitSubject {

    @Override
    public String countedAs() {
        return Normalizer.normalize(email, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
