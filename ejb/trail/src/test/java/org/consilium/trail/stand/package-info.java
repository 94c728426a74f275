/** A trail in memory for tests. */
package org.consilium.trail.stand;
