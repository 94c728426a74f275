/** Drafts: texts that people have typed and not sent yet. */
@NullMarked
package org.consilium.draft;

import org.jspecify.annotations.NullMarked;
