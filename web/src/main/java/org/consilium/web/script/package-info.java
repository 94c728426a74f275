/** How pages get their scripts: ES modules and the texts that they show. */
@NullMarked
package org.consilium.web.script;

import org.jspecify.annotations.NullMarked;
