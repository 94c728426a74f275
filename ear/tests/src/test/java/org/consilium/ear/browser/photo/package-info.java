/** What people do with the pages, in a real browser and by hand-made requests, against a node with real back ends. */
@NullMarked
package org.consilium.ear.browser.photo;

import org.jspecify.annotations.NullMarked;
