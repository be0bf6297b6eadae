/// The settings file: read once, strictly, with every mistake reported together.
@NullMarked
package org.rollcall.settings;

import org.jspecify.annotations.NullMarked;
