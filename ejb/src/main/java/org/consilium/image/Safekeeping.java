package org.consilium.image;

import org.consilium.storage.Protection.Way;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one image are encrypted.
 *
 * @param keyOwner whose key that is, if it is a person's
 */
record Safekeeping(Way way, @Nullable Long keyOwner) {}
