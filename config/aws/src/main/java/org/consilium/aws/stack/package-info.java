/**
 * The cloud that Consilium runs in: one construct for each concern, put together here.
 *
 * <p>Packages depend on each other in one direction: each of {@code stage}, {@code security}, {@code logs},
 * {@code network}, {@code data}, {@code edge}, {@code compute}, {@code operations} and {@code bakery} uses only
 * packages before it.
 *
 * <p>The ids of constructs are part of the logical ids in the templates. They stay as they are when a class is renamed
 * or moved: CloudFormation would replace the resource.
 */
@NullMarked
package org.consilium.aws.stack;

import org.jspecify.annotations.NullMarked;
