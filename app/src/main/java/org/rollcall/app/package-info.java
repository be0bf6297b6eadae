/// The program: starts runs, and puts all parts together in one place.
@NullMarked
package org.rollcall.app;

import org.jspecify.annotations.NullMarked;
