/** What pages cost as the hospital's data grows, and how the database finds them. */
@NullMarked
package org.consilium.ear.growth;

import org.jspecify.annotations.NullMarked;
