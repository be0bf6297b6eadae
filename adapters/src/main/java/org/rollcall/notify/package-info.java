/// Tells people and monitors how a run ended, and that runs still happen. Whatever goes wrong here
/// is a sentence, never the end of a run.
@NullMarked
package org.rollcall.notify;

import org.jspecify.annotations.NullMarked;
