package org.consilium.web.form;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a form was refused, as the summary at the top of its page lists it.
 *
 * @param label the name of the field that it is about; null if it is about none
 * @param reason why
 * @param address where the reader can do something about it: the field, or another page; null if there is no such place
 */
public record FormError(
        @Nullable String label, String reason, @Nullable String address) {}
