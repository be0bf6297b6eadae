/// Reading all contacts of a workspace, and the proof that none was overlooked.
@NullMarked
package org.rollcall.listing;

import org.jspecify.annotations.NullMarked;
