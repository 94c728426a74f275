/**
 * How the names in pages are resolved. Faces asks a chain of some fifteen resolvers for every name, and CDI first; here
 * stands one in front of it that knows the names of this application's pages.
 */
@NullMarked
package org.consilium.web.expression;

import org.jspecify.annotations.NullMarked;
