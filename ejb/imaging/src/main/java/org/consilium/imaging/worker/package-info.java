/** The worker process: decodes what strangers send, and makes the renditions. */
@NullMarked
package org.consilium.imaging.worker;

import org.jspecify.annotations.NullMarked;
