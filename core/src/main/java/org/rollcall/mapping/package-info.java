/// Computes from a roster row the contact that its member should have, or the reason why there is
/// none.
@NullMarked
package org.rollcall.mapping;

import org.jspecify.annotations.NullMarked;
