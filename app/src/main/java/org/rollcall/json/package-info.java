/// Values as JSON, for programs: the same on the command line and over HTTP. Names never change
/// their meaning.
@NullMarked
package org.rollcall.json;

import org.jspecify.annotations.NullMarked;
