/** What keeps open pages as they would be if they were opened now. */
@NullMarked
package org.consilium.web.notice;

import org.jspecify.annotations.NullMarked;
