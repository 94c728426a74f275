/** Drafts of forms, as scripts save and read them. */
@NullMarked
package org.consilium.web.draft;

import org.jspecify.annotations.NullMarked;
