/// The program: what starts it, and the one place that puts its parts together.
@NullMarked
package org.rollcall.app;

import org.jspecify.annotations.NullMarked;
