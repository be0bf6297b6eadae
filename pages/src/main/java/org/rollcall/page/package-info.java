/// Plans and runs as pages: one file each, for people who do not use a terminal.
@NullMarked
package org.rollcall.page;

import org.jspecify.annotations.NullMarked;
