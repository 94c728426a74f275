package org.consilium.privacy.disclosure;

import java.time.LocalDate;
import org.consilium.form.FormKey;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure outside of the system, as the privacy officer enters it: everything that 45 CFR 164.528(b)(2) asks for.
 *
 * @param recipientAddress of the recipient, if it is known
 * @param description what was disclosed
 * @param key of the form
 */
public record NewDisclosure(
        @DisclosureDate LocalDate date,
        @Recipient String recipient,
        @Nullable @RecipientAddress String recipientAddress,
        @Particulars String description,
        @Particulars String purpose,
        @FormKey String key) {}
