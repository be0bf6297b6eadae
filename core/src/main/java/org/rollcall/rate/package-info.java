/// How several processes divide the rate of one access token. It has no clock and no I/O: whoever
/// asks brings the time.
@NullMarked
package org.rollcall.rate;

import org.jspecify.annotations.NullMarked;
