/// When a sync is to run. It has no clock and no I/O: whoever asks brings the time.
@NullMarked
package org.rollcall.schedule;

import org.jspecify.annotations.NullMarked;
