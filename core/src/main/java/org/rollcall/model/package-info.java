/// The words everything else is said in: members, contacts, fields and their values. Pure values,
/// no behaviour beyond their own sense.
@NullMarked
package org.rollcall.model;

import org.jspecify.annotations.NullMarked;
