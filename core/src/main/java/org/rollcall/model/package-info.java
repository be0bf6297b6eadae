/// The basic values of the program: members, contacts, fields and their values. They have no I/O.
@NullMarked
package org.rollcall.model;

import org.jspecify.annotations.NullMarked;
