/// Drafts of settings for a roster that was looked at: what is there stays, what is not is
/// commented out, and codes are listed to be named.
@NullMarked
package org.rollcall.draft;

import org.jspecify.annotations.NullMarked;
