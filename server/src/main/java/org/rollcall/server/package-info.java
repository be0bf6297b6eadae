/// The service: everything that goes on between two signals.
@NullMarked
package org.rollcall.server;

import org.jspecify.annotations.NullMarked;
