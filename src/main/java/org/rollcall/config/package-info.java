/// The settings file: read once, strictly, with every mistake reported together.
@NullMarked
package org.rollcall.config;

import org.jspecify.annotations.NullMarked;
