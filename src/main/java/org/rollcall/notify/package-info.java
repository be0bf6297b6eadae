/// Who is told how a run ended, outside of its log.
@NullMarked
package org.rollcall.notify;

import org.jspecify.annotations.NullMarked;
