/// The settings file. It is read strictly, and all mistakes are reported together.
@NullMarked
package org.rollcall.settings;

import org.jspecify.annotations.NullMarked;
