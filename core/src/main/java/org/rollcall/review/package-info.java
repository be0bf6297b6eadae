/// Looking back: what earlier runs did, why a member looks as they do, and how to undo a run.
@NullMarked
package org.rollcall.review;

import org.jspecify.annotations.NullMarked;
