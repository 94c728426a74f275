/** The pages of the privacy officer, and the page on which patients see who has seen their record. */
@NullMarked
package org.consilium.web.privacy;

import org.jspecify.annotations.NullMarked;
