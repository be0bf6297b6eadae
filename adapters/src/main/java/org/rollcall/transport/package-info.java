/// What all clients share when they read answers: how many bytes may be in flight, and which JSON
/// is taken.
@NullMarked
package org.rollcall.transport;

import org.jspecify.annotations.NullMarked;
