/// What is kept between runs. Losing it loses history and a safeguard, never correctness.
@NullMarked
package org.rollcall.store;

import org.jspecify.annotations.NullMarked;
