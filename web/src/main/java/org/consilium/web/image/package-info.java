/** Photos on their way in and out: the upload that a form does beforehand, and the links to look at them. */
@NullMarked
package org.consilium.web.image;

import org.jspecify.annotations.NullMarked;
