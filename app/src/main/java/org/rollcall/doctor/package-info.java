/// What is wrong with a setup and what to do about it, before a night finds out.
@NullMarked
package org.rollcall.doctor;

import org.jspecify.annotations.NullMarked;
