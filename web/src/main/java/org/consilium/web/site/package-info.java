/** What all pages share: their addresses and who may open them, the headers of every response, languages, faults. */
@NullMarked
package org.consilium.web.site;

import org.jspecify.annotations.NullMarked;
