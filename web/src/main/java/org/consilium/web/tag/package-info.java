/**
 * The small parts of pages that stand in every row of a list: components of their own, written at once, where a tag
 * made of markup would evaluate each of its expressions anew for every row.
 */
@NullMarked
package org.consilium.web.tag;

import org.jspecify.annotations.NullMarked;
