/// What both rosters share, so that the same table gives the same members over either way: reading
/// rows from JSON and members from rows, retries, and the sentences for failures.
@NullMarked
package org.rollcall.roster;

import org.jspecify.annotations.NullMarked;
