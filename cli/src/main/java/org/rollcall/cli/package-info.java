/// The command line: commands, what they print, and the exit code a scheduler reads.
@NullMarked
package org.rollcall.cli;

import org.jspecify.annotations.NullMarked;
