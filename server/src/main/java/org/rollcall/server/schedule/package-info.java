/// Starts runs when they are due.
@NullMarked
package org.rollcall.server.schedule;

import org.jspecify.annotations.NullMarked;
