/// What the two rosters have in common, so that the same table reads the same either way: rows out
/// of JSON, members out of rows, patience with a source that fails for a moment, the sentences for
/// one that fails for good.
@NullMarked
package org.rollcall.roster;

import org.jspecify.annotations.NullMarked;
