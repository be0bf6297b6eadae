/// Carrying out a plan: one port to Intercom, the table of recoveries, retrying and pacing.
@NullMarked
package org.rollcall.apply;

import org.jspecify.annotations.NullMarked;
