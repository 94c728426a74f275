/** The image store: s3proxy as a child process, in place of Amazon S3, its buckets, and a client for them. */
@NullMarked
package org.consilium.local.store;

import org.jspecify.annotations.NullMarked;
