/** What a node finds around it in the cloud, on the loop-back interface of one machine. */
@NullMarked
package org.consilium.machine.stand;

import org.jspecify.annotations.NullMarked;
