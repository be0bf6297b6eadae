/// Tells people and monitors how a run ended. A failure here becomes a sentence and never ends a
/// run.
@NullMarked
package org.rollcall.notify;

import org.jspecify.annotations.NullMarked;
