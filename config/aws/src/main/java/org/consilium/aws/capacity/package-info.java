/**
 * How large the cloud has to be: answers to a few questions about the hospital, the sizes that follow from them by
 * named rules, a replay of the days that matter, and a page that tells why.
 */
@NullMarked
package org.consilium.aws.capacity;

import org.jspecify.annotations.NullMarked;
