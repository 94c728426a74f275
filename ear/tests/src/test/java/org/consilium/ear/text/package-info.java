/** What people type and paste, in any script and form: how it is kept, found, and shown. */
@NullMarked
package org.consilium.ear.text;

import org.jspecify.annotations.NullMarked;
