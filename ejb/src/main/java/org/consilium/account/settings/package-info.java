/** The settings that people change on their own accounts. */
@NullMarked
package org.consilium.account.settings;

import org.jspecify.annotations.NullMarked;
