/// Large plans, handed to Intercom a hundred members at a time.
@NullMarked
package org.rollcall.bulk;

import org.jspecify.annotations.NullMarked;
