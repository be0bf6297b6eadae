/// One run from roster to report: the ports it reads through, what it tells while it goes, what it
/// says at the end.
@NullMarked
package org.rollcall.run;

import org.jspecify.annotations.NullMarked;
