/// From a roster row to the contact its member should have, or the reason there is none.
@NullMarked
package org.rollcall.mapping;

import org.jspecify.annotations.NullMarked;
