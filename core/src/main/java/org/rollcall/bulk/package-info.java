/// The first load: many new members handed to Intercom a hundred at a time.
@NullMarked
package org.rollcall.bulk;

import org.jspecify.annotations.NullMarked;
