/** Recognizes a form that is sent a second time: its content counts once, and other content is never taken for it. */
@NullMarked
package org.consilium.form;

import org.jspecify.annotations.NullMarked;
