/** Keeps open pages up to date. */
@NullMarked
package org.consilium.web.notice;

import org.jspecify.annotations.NullMarked;
