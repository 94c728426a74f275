/** What the browsers of people are called, and what they keep between visits. */
@NullMarked
package org.consilium.web.account.device;

import org.jspecify.annotations.NullMarked;
