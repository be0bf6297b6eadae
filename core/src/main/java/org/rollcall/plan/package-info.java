/// The difference between the workspace as it is and the members as they should be, as a value.
/// Pure: no clock and no I/O.
@NullMarked
package org.rollcall.plan;

import org.jspecify.annotations.NullMarked;
