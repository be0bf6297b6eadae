/// What the program tells, as tables for a spreadsheet.
@NullMarked
package org.rollcall.csv;

import org.jspecify.annotations.NullMarked;
