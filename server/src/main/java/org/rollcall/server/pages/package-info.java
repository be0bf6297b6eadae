/// The pages that people see: what they ask of the program, and what they may do there.
@NullMarked
package org.rollcall.server.pages;

import org.jspecify.annotations.NullMarked;
