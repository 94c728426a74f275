/** Every response as it came: who may see and do what, headers, caches, limits and uploads, without a browser. */
@NullMarked
package org.consilium.ear.http;

import org.jspecify.annotations.NullMarked;
