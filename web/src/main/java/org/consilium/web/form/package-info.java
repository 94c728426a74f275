/**
 * What forms send, and what is kept of it: the checks before a page reads a form, its token, and the state of pages.
 */
@NullMarked
package org.consilium.web.form;

import org.jspecify.annotations.NullMarked;
