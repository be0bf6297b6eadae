/// Keeps data between runs. Without it history and a safeguard are lost, but never correctness.
@NullMarked
package org.rollcall.store;

import org.jspecify.annotations.NullMarked;
