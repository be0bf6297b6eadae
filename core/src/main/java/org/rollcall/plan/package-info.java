/// What has to change: the workspace as it is, the members as they should be, and the difference,
/// as a value. Pure: no clock, no I/O.
@NullMarked
package org.rollcall.plan;

import org.jspecify.annotations.NullMarked;
