/// Writes files where other people may be at work, too: whole or not at all, through no link that
/// somebody else made, and readable by nobody else.
@NullMarked
package org.rollcall.files;

import org.jspecify.annotations.NullMarked;
